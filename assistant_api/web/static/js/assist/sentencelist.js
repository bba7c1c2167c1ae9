/** Every mark in reading order: the draft sentence by sentence, each with its moves, what hurts in it and what to do. */

import { byId, counted, el } from "../lib/dom.js";
import { keepItems, keyed } from "../lib/keyed.js";
import { sentenceItem } from "../lib/sentence.js";
import { moves } from "../lib/moves.js";
import { messageOf, offered, pieceButtons, pieceChip } from "./piece.js";

/** @typedef {import("./advice.js").Piece} Piece */

function markItem(piece, acts) {
  return el("li", { class: "sentence-mark" },
    el("p", {}, pieceChip(piece), " ", el("q", {}, piece.finding.text), " ", messageOf(piece.finding)), offered(piece), pieceButtons(piece, acts));
}

/**
 * @param {any[]} sentences
 * @param {any} steps Of the report.
 * @param {string} customer
 * @param {Piece[]} open
 * @param {import("./piece.js").Acts & {select: (span: any) => void}} acts
 */
export function showSentences(sentences, steps, customer, open, acts) {
  const inOrder = open.filter(({ finding }) => finding).sort((a, b) => a.finding.start - b.finding.start);
  const marked = sentences.map((sentence) => ({
    sentence,
    waits: moves().filter(({ label }) => steps[label]?.waiting.some(({ start }) => start === sentence.start)),
    marks: inOrder.filter(({ finding }) => finding.start >= sentence.start && finding.start < sentence.end),
  }));
  const items = keyed(marked, ({ sentence: { start, end, ...said }, waits, marks }) => [said, customer, waits.length, marks.map((piece) => [piece.key, piece.suggestion?.text])]);
  keepItems(byId("sentences"), items, ({ sentence, waits, marks }, latest) => {
    const show = () => acts.select(latest().sentence);
    const item = sentenceItem(sentence, customer, el("button", { type: "button", class: "small", onclick: show }, "Show it in the draft"));
    if (waits.length) item.append(el("p", { class: "fine" }, `${waits.map(({ title }) => title).join(", ")}: counts once the blank is filled in.`));
    if (marks.length) item.append(el("ul", { class: "sentence-marks" }, marks.map((piece) => markItem(piece, acts))));
    return item;
  });
  byId("sentences-gist").textContent = `${counted(sentences.length, "sentence")}, ${counted(inOrder.length, "mark")}`;
}
