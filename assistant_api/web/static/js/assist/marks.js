/** Marks over the draft: what helps is tinted, what hurts is underlined, what is unsure has dots. Offsets are UTF-16 units here. */

import { el } from "../lib/dom.js";

/** @typedef {{start: number, end: number, classes: string, key?: string}} Mark The key is that of a piece of advice. */

/** @param {any} report A report whose offsets are UTF-16 units. @returns {Mark[]} What helps, and what is unsure. */
export function marksOf(report) {
  const tints = Object.entries(report.steps ?? {}).flatMap(([label, step]) =>
    step.spans.map(({ start, end }) => ({ start, end, classes: `tint move-${label}` })),
  );
  const dots = report.sentences
    .filter((sentence) => sentence.unsure.length)
    .map(({ start, end }) => ({ start, end, classes: "mark-unsure" }));
  return [...tints, ...dots].filter((mark) => mark.end > mark.start);
}

/** @param {import("./advice.js").Piece[]} pieces Those with words to underline. @returns {Mark[]} */
export const underlines = (pieces) =>
  pieces.map(({ key, finding: { start, end, label } }) => ({ start, end, key, classes: `underline ${label ? "of-mistake" : "of-wording"}` }));

/**
 * What an edit does to spans of the text: those that it touched are lost, the others stay on their words.
 * @param {string} before
 * @param {string} after
 * @returns {<Span extends {start: number, end: number}>(span: Span) => Span | null}
 */
export function carrier(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const changedUntil = before.length - tail;
  const shift = after.length - before.length;
  if (shift === 0 && head === after.length) return (span) => span;
  return (span) => {
    // A place between two letters is touched by whatever is typed there.
    const place = span.start === span.end;
    if (place ? span.end < head : span.end <= head) return span;
    if (place ? span.start > changedUntil : span.start >= changedUntil) return { ...span, start: span.start + shift, end: span.end + shift };
    return null;
  };
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
    if (!here.length) return piece;
    const classes = [...new Set(here.flatMap((mark) => mark.classes.split(" ")))].join(" ");
    return el("mark", { class: classes, "data-key": here.find((mark) => mark.key)?.key }, piece);
  });
}
