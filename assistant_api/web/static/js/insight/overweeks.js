/** Charts over the weeks: steps by week as a heat map, and the mean score as a line. */

import { steps as heardSteps, percent } from "../lib/moves.js";
import { counted, svg } from "../lib/dom.js";
import { chart, depth, drawn, scrolling, sessionsOf } from "./charts.js";

const NAMES = 104;
const CELL = 56;
const HIGH = 40;

const day = (iso) => new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const text = (x, y, words, look = "", anchor = "middle") => svg("text", { class: `chart-text ${look}`, x, y, "text-anchor": anchor }, words);
const mean = (value, digits = 0) => (value === null ? "–" : value.toFixed(digits));

/** @param {any} insight @returns {HTMLElement} Steps by week. */
export function heatMap(insight) {
  const { weeks, few } = insight;
  const steps = heardSteps();
  const width = NAMES + weeks.length * CELL;
  const label = `Mean share of each HEARD step, week by week: ${steps.map((step) => `${step.title} ${range(weeks, step.label)}`).join("; ")}.`;
  const drawing = drawn(label, steps.length * HIGH + 44, [
    steps.map((step, row) => [
      text(0, row * HIGH + 25, step.title, "", "start"),
      weeks.map((week, column) => cell(week, step.label, NAMES + column * CELL, row * HIGH, few)),
    ]),
    weeks.map((week, column) => [
      text(NAMES + (column + 0.5) * CELL, steps.length * HIGH + 16, day(week.monday), "chart-muted"),
      text(NAMES + (column + 0.5) * CELL, steps.length * HIGH + 36, `n ${week.sessions}`, "chart-muted"),
    ]),
  ], width);
  // Not squeezed into a phone: it keeps its size and scrolls.
  drawing.setAttribute("width", String(width));
  drawing.classList.add("chart-fixed");
  return chart({
    id: "steps", title: "HEARD steps, week by week", wide: true, n: sessionsOf(insight.sessions, few),
    text: "How much of what each step can earn was earned, on average.",
    drawing: scrolling("The chart, HEARD steps week by week", drawing),
    note: weeks.some((week) => week.sessions > 0 && week.sessions < few) ? `A dashed box stands for fewer than ${few} sessions: too few to read anything into.` : "",
    columns: ["Week from", ...steps.map((step) => step.title), "Sessions"],
    rows: weeks.map((week) => [day(week.monday), ...steps.map((step) => (week.sessions ? percent(week.steps[step.label]) : "–")), week.sessions]),
  });
}

function range(weeks, label) {
  const held = weeks.filter((week) => week.sessions);
  return held.length ? `from ${percent(held[0].steps[label])} to ${percent(held[held.length - 1].steps[label])}` : "no sessions";
}

function cell(week, label, x, y, few) {
  const share = week.sessions ? week.steps[label] : null;
  const look = share === null ? "none" : depth(share);
  return [
    svg("rect", { class: `heat heat-${look}${share !== null && week.sessions < few ? " heat-few" : ""}`, x: x + 2, y: y + 2, width: CELL - 4, height: HIGH - 4, rx: 3 }),
    text(x + CELL / 2, y + 25, share === null ? "–" : Math.round(share * 100), `heat-text-${look}`),
  ];
}

const WIDTH = 900;
const TALL = 240;
const LEFT = 40;

/** @param {any} insight @returns {HTMLElement} The mean score by week. */
export function scoreLine(insight) {
  const { weeks, few, mark, trend } = insight;
  const x = (number) => LEFT + 20 + (number / Math.max(1, weeks.length - 1)) * (WIDTH - LEFT - 60);
  const y = (score) => 12 + (1 - score / 100) * (TALL - 70);
  const held = weeks.map((week, number) => ({ ...week, number })).filter((week) => week.sessions);
  const words = trendWords(trend, few);
  const every = Math.ceil(weeks.length / 8);
  const drawing = drawn(`Mean score by week. ${words}`, TALL, [
    [0, 50, 100].map((score) => [
      svg("line", { class: "grid", x1: LEFT, x2: WIDTH, y1: y(score), y2: y(score) }),
      text(LEFT - 6, y(score) + 5, score, "chart-muted", "end"),
    ]),
    svg("line", { class: "mark-line", x1: LEFT, x2: WIDTH, y1: y(mark), y2: y(mark) }),
    svg("polyline", { class: "score-line", points: held.map((week) => `${x(week.number)},${y(week.score)}`).join(" ") }),
    held.map((week) => [
      svg("circle", { class: `score-dot${week.sessions < few ? " score-dot-few" : ""}`, cx: x(week.number), cy: y(week.score), r: 5 }),
      weeks.length <= 12 && text(x(week.number), y(week.score) - 10, Math.round(week.score)),
    ]),
    weeks.map((week, number) => number % every === 0 && [
      text(x(number), TALL - 26, day(week.monday), "chart-muted"), text(x(number), TALL - 6, `n ${week.sessions}`, "chart-muted"),
    ]),
  ], WIDTH);
  drawing.setAttribute("width", String(WIDTH));
  drawing.classList.add("chart-fixed");
  return chart({
    id: "trend", title: "Score, week by week", wide: true, text: words, n: sessionsOf(insight.sessions, few),
    drawing: scrolling("The chart, score week by week", drawing),
    note: `The dashed line is the pass mark, ${mark}. Hollow dots stand for fewer than ${few} sessions.`,
    columns: ["Week from", "Score", "Anger at the end", "Satisfaction", "Would recommend", "Sessions"],
    rows: weeks.map((week) => [day(week.monday), mean(week.score), week.anger === null ? "–" : percent(week.anger),
      week.satisfaction === null ? "–" : percent(week.satisfaction), mean(week.recommend, 1), week.sessions]),
  });
}

/** @param {{first: number, second: number, before: number | null, after: number | null}} trend @param {number} few */
function trendWords({ first, second, before, after }, few) {
  if (before === null || after === null) return `For a trend each half of these weeks needs ${few} sessions; they have ${first} and ${second}.`;
  const by = Math.round(after) - Math.round(before);
  const change = by === 0 ? "as in" : `${counted(Math.abs(by), "point")} ${by > 0 ? "more" : "fewer"} than in`;
  return `${Math.round(after)} points on average in the later half of these weeks (n ${second}), ${change} the earlier half (n ${first}).`;
}
