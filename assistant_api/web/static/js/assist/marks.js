/** Marks over the draft: what helps is tinted, what hurts is underlined, what is unsure has dots. Offsets are UTF-16 units here. */

import { el } from "../lib/dom.js";

/** @typedef {{start: number, end: number, classes: string}} Mark */

/** @param {any} report A report whose offsets are UTF-16 units. @returns {Mark[]} */
export function marksOf(report) {
  const tints = Object.entries(report.steps).flatMap(([label, step]) =>
    step.spans.map(({ start, end }) => ({ start, end, classes: `tint move-${label}` })),
  );
  const underlines = report.findings.map(({ start, end, severity }) => ({ start, end, classes: `underline severity-${severity}` }));
  const dots = report.sentences
    .filter((sentence) => sentence.unsure.length)
    .map(({ start, end }) => ({ start, end, classes: "mark-unsure" }));
  return [...tints, ...underlines, ...dots].filter((mark) => mark.end > mark.start);
}

/**
 * Keep the marks that an edit did not touch, so that they do not flicker until the next check.
 * @param {Mark[]} marks
 * @param {string} before
 * @param {string} after
 * @returns {Mark[]}
 */
export function carry(marks, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const changedUntil = before.length - tail;
  const shift = after.length - before.length;
  return marks
    .filter((mark) => mark.end <= head || mark.start >= changedUntil)
    .map((mark) => (mark.end <= head ? mark : { ...mark, start: mark.start + shift, end: mark.end + shift }));
}

/**
 * @param {string} text
 * @param {Mark[]} marks They may overlap.
 * @returns {(Node | string)[]} The text in pieces, each piece in one element that carries all its marks.
 */
export function pieces(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1];
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const piece = text.slice(start, end);
    return here.length ? el("mark", { class: [...new Set(here.flatMap((mark) => mark.classes.split(" ")))].join(" ") }, piece) : piece;
  });
}
