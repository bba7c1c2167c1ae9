/** Anger and satisfaction through the turns, drawn, with the same figures in a table. */

import { el, svg } from "../lib/dom.js";
import { amount, bandTitle } from "../lib/mood.js";

const WIDTH = 640;
const HEIGHT = 230;
const LEFT = 24;
const RIGHT = 122;
const TOP = 14;
const BOTTOM = 34;

/** @typedef {{turn: number, anger: number, satisfaction: number, band: string}} Point */

/** @param {any} session @returns {Point[]} The opening as turn 0, then each answered turn. */
export function moodPoints(session) {
  const answered = session.turns.filter((turn) => turn.mood);
  return [{ turn: 0, ...session.opening_mood }, ...answered.map((turn) => ({ turn: turn.number, ...turn.mood }))];
}

function drawing(points) {
  const last = Math.max(1, points.length - 1);
  const x = (index) => LEFT + (index / last) * (WIDTH - LEFT - RIGHT);
  const y = (value) => TOP + (1 - value) * (HEIGHT - TOP - BOTTOM);
  const every = Math.ceil(points.length / 12);
  const end = points[points.length - 1];
  // Two end labels may not lie on each other.
  const gap = y(end.anger) - y(end.satisfaction);
  const push = Math.abs(gap) < 18 ? (18 - Math.abs(gap)) / 2 : 0;
  const series = (key, title, away) => [
    svg("polyline", { class: `curve curve-${key}`, points: points.map((point, i) => `${x(i)},${y(point[key])}`).join(" ") }),
    points.map((point, i) =>
      key === "anger"
        ? svg("circle", { class: `dot dot-${key}`, cx: x(i), cy: y(point[key]), r: 4 })
        : svg("rect", { class: `dot dot-${key}`, x: x(i) - 3.5, y: y(point[key]) - 3.5, width: 7, height: 7 })),
    svg("text", { class: `curve-label label-${key}`, x: x(points.length - 1) + 10, y: y(end[key]) + 4 + away }, title),
  ];
  const down = gap >= 0 ? push : -push;
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mood-curve", role: "img", "aria-label": summary(points) },
    [0, 0.5, 1].map((value) => svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) })),
    series("anger", "Anger", down),
    series("satisfaction", "Satisfaction", -down),
    points.map((point, i) =>
      i % every === 0 && svg("text", { class: "tick", x: x(i), y: HEIGHT - 12, "text-anchor": i ? "middle" : "start" }, i ? `turn ${point.turn}` : "start")),
  );
}

function summary(points) {
  const [first, last] = [points[0], points[points.length - 1]];
  return `Anger went from ${amount(first.anger)} to ${amount(last.anger)}, satisfaction from ${amount(first.satisfaction)} to ${amount(last.satisfaction)}, over ${points.length - 1} turns.`;
}

function table(points) {
  const percent = (value) => Math.round(value * 100);
  return el(
    "table",
    {},
    el("caption", { class: "visually-hidden" }, "Mood after each turn, from 0 to 100"),
    el("thead", {}, el("tr", {}, ["Turn", "Mood", "Anger", "Satisfaction"].map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, points.map((point) =>
      el("tr", {}, el("th", { scope: "row" }, point.turn || "start"), el("td", {}, bandTitle(point.band)),
        el("td", { class: "figure" }, percent(point.anger)), el("td", { class: "figure" }, percent(point.satisfaction))))),
  );
}

/** @param {any} session @returns {HTMLElement} */
export function moodCurve(session) {
  const points = moodPoints(session);
  return el(
    "section",
    { class: "card", "aria-labelledby": "curve-title" },
    el("h3", { class: "card-title", id: "curve-title" }, "Mood through the conversation"),
    points.length > 1 ? drawing(points) : el("p", { class: "empty" }, "The session ended before the first turn, so the mood never moved."),
    points.length > 1 && el("p", {}, summary(points)),
    points.length > 1 && el("details", {}, el("summary", {}, "The same as a table"), el("div", { class: "scroll-x" }, table(points))),
  );
}
