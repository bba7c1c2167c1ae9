/** Anger and satisfaction through the turns, with the moments that moved them as numbered dots, and the figures in a table. */

import { el, svg } from "../lib/dom.js";
import { amount, bandTitle } from "../lib/mood.js";
import { Plot } from "../lib/plot.js";

/** @typedef {{turn: number, anger: number, satisfaction: number, band: string}} Point */

/** Room that a label or a numbered dot needs beside the next. */
const APART = 20;
const DOT = 9;

/** @param {number} value 0 to 1. */
const hundredth = (value) => Math.round(value * 100);

/** @param {Point[]} points @returns {string} */
function summary(points) {
  const [first, last] = [points[0], points[points.length - 1]];
  return `Anger went from ${amount(first.anger)} to ${amount(last.anger)}, satisfaction from ${amount(first.satisfaction)} to ${amount(last.satisfaction)}, over ${points.length - 1} turns.`;
}

/** Both lines' names at their ends, which may not lie on each other. */
function endLabels(plot, end) {
  const gap = plot.y(end.anger) - plot.y(end.satisfaction);
  const push = Math.abs(gap) < APART ? ((APART - Math.abs(gap)) / 2) * (gap >= 0 ? 1 : -1) : 0;
  const label = (feeling, title, away) =>
    svg("text", { class: `curve-label label-${feeling}`, "aria-hidden": "true", x: plot.x(end.turn) + 2 * DOT, y: plot.y(end[feeling]) + 4 + away }, title);
  return [label("anger", "Anger", push), label("satisfaction", "Satisfaction", -push)];
}

/** A numbered dot on the line of anger for each moment; of one turn they stand side by side. */
function momentDots(plot, points, moments) {
  const seen = new Map();
  return moments.map(({ turn, words, why }, index) => {
    const point = points.find((each) => each.turn === turn);
    if (!point) return null;
    const nth = seen.get(turn) ?? 0;
    seen.set(turn, nth + 1);
    const [x, y] = [plot.x(turn) + nth * (2 * DOT + 1), plot.y(point.anger)];
    return svg(
      "a",
      { href: `#moment-${index + 1}`, class: "moment-dot", "data-moment": index + 1, "aria-label": `Moment ${index + 1}, turn ${turn}: ${words || why}` },
      svg("title", {}, words || why),
      svg("circle", { cx: x, cy: y, r: DOT }),
      svg("text", { x, y: y + 4, "text-anchor": "middle" }, index + 1),
    );
  });
}

function drawing(points, moments) {
  const end = points[points.length - 1];
  const plot = new Plot({ lastTurn: end.turn, right: 148 });
  return plot.drawing(
    { role: "group", "aria-label": summary(points) },
    plot.line(points, "anger", "anger", false),
    plot.line(points, "satisfaction", "satisfaction", true),
    endLabels(plot, end),
    momentDots(plot, points, moments),
  );
}

function table(points) {
  return el(
    "table",
    {},
    el("caption", { class: "visually-hidden" }, "Mood after each turn, from 0 to 100"),
    el("thead", {}, el("tr", {}, ["Turn", "Mood", "Anger", "Satisfaction"].map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, points.map((point) =>
      el("tr", {}, el("th", { scope: "row" }, point.turn || "start"), el("td", {}, bandTitle(point.band)),
        el("td", { class: "figure" }, hundredth(point.anger)), el("td", { class: "figure" }, hundredth(point.satisfaction))))),
  );
}

/**
 * @param {Point[]} points The opening as turn 0, then each answered turn.
 * @param {{turn: number, words: string, why: string}[]} moments
 * @returns {HTMLElement}
 */
export function moodCurve(points, moments) {
  const title = el("h2", { class: "card-title", id: "curve-title" }, "Mood through the conversation");
  if (points.length < 2) {
    return el("section", { class: "card", "aria-labelledby": "curve-title" }, title,
      el("p", { class: "empty" }, "The session ended before the first turn, so the mood never moved."));
  }
  return el("section", { class: "card", "aria-labelledby": "curve-title" }, title,
    drawing(points, moments), el("p", {}, summary(points)),
    el("details", {}, el("summary", {}, "The same as a table"), el("div", { class: "scroll-x" }, table(points))));
}
