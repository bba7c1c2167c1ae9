/** A turn that was taken again: both moods on the same axes, and the two replies with what came of them. */

import { el, svg } from "../lib/dom.js";
import { moodShift, moodTag } from "../lib/mood.js";
import { Plot } from "../lib/plot.js";

const BEFORE = "Before";
const NOW = "This time";

/** @param {any} session @returns {any[]} The mood at the opening as turn 0, and after each answered turn. */
const moodsOf = (session) => [{ turn: 0, ...session.opening_mood }, ...session.turns.filter((turn) => turn.mood).map((turn) => ({ turn: turn.number, ...turn.mood }))];

function drawing(feeling, title, before, now, turn) {
  const last = Math.max(before[before.length - 1].turn, now[now.length - 1].turn);
  const plot = new Plot({ lastTurn: last, width: 420, height: 220 });
  const end = (moods) => Math.round(moods[moods.length - 1][feeling] * 100);
  return el(
    "figure",
    { class: "try-figure" },
    el("figcaption", {}, title),
    plot.drawing(
      { role: "img", "aria-label": `${title}: ${end(before)} of 100 in the end before, ${end(now)} this time` },
      svg("line", { class: "fork-line", x1: plot.x(turn - 1), x2: plot.x(turn - 1), y1: plot.y(1), y2: plot.y(0) }),
      plot.line(before, feeling, "before", true),
      plot.line(now, feeling, "now", false),
    ),
  );
}

function legend() {
  const sample = (look, square) =>
    svg("svg", { viewBox: "0 0 44 12", width: 44, height: 12, "aria-hidden": "true" },
      svg("line", { class: `curve curve-${look}`, x1: 0, x2: 44, y1: 6, y2: 6 }),
      square ? svg("rect", { class: `dot dot-${look}`, x: 18.5, y: 2.5, width: 7, height: 7 }) : svg("circle", { class: `dot dot-${look}`, cx: 22, cy: 6, r: 4 }));
  return el("ul", { class: "try-legend" }, el("li", {}, sample("before", true), BEFORE), el("li", {}, sample("now", false), NOW));
}

function table(before, now) {
  const last = Math.max(before[before.length - 1].turn, now[now.length - 1].turn);
  const value = (moods, turn, feeling) => {
    const mood = moods.find((each) => each.turn === turn);
    return el("td", { class: "figure" }, mood ? Math.round(mood[feeling] * 100) : "–");
  };
  const heads = ["Turn", `Anger, ${BEFORE.toLowerCase()}`, `Anger, ${NOW.toLowerCase()}`, `Satisfaction, ${BEFORE.toLowerCase()}`, `Satisfaction, ${NOW.toLowerCase()}`];
  return el(
    "table",
    {},
    el("caption", { class: "visually-hidden" }, "Mood after each turn in both tries, from 0 to 100"),
    el("thead", {}, el("tr", {}, heads.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, Array.from({ length: last + 1 }, (_, turn) =>
      el("tr", {}, el("th", { scope: "row" }, turn || "start"),
        ["anger", "satisfaction"].flatMap((feeling) => [value(before, turn, feeling), value(now, turn, feeling)])))),
  );
}

function tryColumn(title, session, number, link) {
  const turn = session.turns.find((each) => each.number === number);
  const moods = moodsOf(session);
  return el(
    "div",
    { class: "try" },
    el("h3", {}, title),
    !turn && el("p", { class: "empty" }, "Nothing was said here."),
    turn && el("div", { class: "exchange exchange-said" }, el("p", { class: "speaker" }, "You"), el("p", {}, turn.agent.text)),
    turn?.mood && el("div", { class: "exchange exchange-customer" }, el("p", { class: "speaker" }, "Customer"), turn.customer.map((line) => el("p", {}, line)),
      el("p", { class: "fine" }, moodTag(turn.mood, moodShift(moods[number - 1], turn.mood)))),
    el("p", { class: "fine try-result" }, session.scorecard ? `In the end: ${session.scorecard.score} of 100. ` : "Not ended yet. ", link),
  );
}

/**
 * @param {any} parent The session that was taken again.
 * @param {any} session The one that took it again.
 * @returns {HTMLElement}
 */
export function comparisonSection(parent, session) {
  const { turn } = session.forked_from;
  const [before, now] = [moodsOf(parent), moodsOf(session)];
  const where = parent.status === "ended" ? "debrief" : "practice";
  return el(
    "section",
    { class: "card", "aria-labelledby": "tries-title" },
    el("h2", { class: "card-title", id: "tries-title" }, `Turn ${turn}, taken twice`),
    el("div", { class: "tries" },
      tryColumn(BEFORE, parent, turn, el("a", { href: `/${where}/${encodeURIComponent(parent.id)}` }, where === "debrief" ? "Its debrief" : "Go on with it")),
      tryColumn(NOW, session, turn, null)),
    legend(),
    el("div", { class: "try-figures" }, drawing("anger", "Anger", before, now, turn), drawing("satisfaction", "Satisfaction", before, now, turn)),
    el("details", {}, el("summary", {}, "Both as a table"), el("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Both moods" }, table(before, now))),
  );
}
