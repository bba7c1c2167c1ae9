/** What one piece of advice says and offers: the same at its mark and in the list. */

import { el } from "../lib/dom.js";
import { move } from "../lib/moves.js";
import { titleOf } from "./advice.js";

/**
 * @typedef {object} Acts What can be done with a piece.
 * @property {(key: string) => void} use
 * @property {(key: string) => void} putAside
 * @property {(key: string) => void} show Show its words in the draft.
 */

const COMMAND_ENTER = navigator.platform.startsWith("Mac") ? "⌘ ⏎" : "Ctrl ⏎";

/** @param {import("./advice.js").Piece} piece @returns {HTMLElement} What kind of advice it is. */
export function pieceChip({ finding, suggestion }) {
  if (!finding) return el("span", { class: `chip chip-step move-${suggestion.step}` }, suggestion.step ? `Missing: ${move(suggestion.step).title}` : "Add");
  if (finding.label) return el("span", { class: `chip chip-mistake move-${finding.label}` }, titleOf(finding));
  return el("span", { class: "chip chip-wording" }, titleOf(finding));
}

/** @param {any} finding @returns {string} What the rule says, under its own title where that tells more than the mistake's name. */
export function messageOf(finding) {
  return titleOf(finding) === finding.title ? finding.message : `${finding.title}: ${finding.message}`;
}

/** @param {any} suggestion @returns {string} What the button that uses it says. */
export function useWord(suggestion) {
  if (suggestion.kind === "insert") return "Put it in";
  return suggestion.text.trim() ? "Use it" : "Take it out";
}

/** @param {import("./advice.js").Piece} piece @returns {import("../lib/dom.js").Child[]} The wording offered. */
export function offered({ finding, suggestion }) {
  if (!suggestion) return [];
  if (!suggestion.text.trim()) return [el("p", { class: "offer" }, el("del", {}, finding.text))];
  return [el("p", { class: "offer" }, el("span", { class: "visually-hidden" }, "Better: "), suggestion.text.trim())];
}

/** @param {import("./advice.js").Piece} piece @returns {string} Why, in words. */
const reason = ({ finding, suggestion }) => finding?.why || suggestion?.why || "";

/** @param {import("./advice.js").Piece} piece @returns {import("../lib/dom.js").Child} Why it matters, and by which rule. */
export function whyDetails(piece) {
  const { finding, suggestion } = piece;
  return el("details", { class: "fine why" },
    el("summary", {}, "Why"),
    reason(piece) && el("p", {}, reason(piece)),
    finding && suggestion?.why && !reason(piece).includes(suggestion.why) && el("p", {}, suggestion.why),
    el("p", { class: "rule" }, "Rule ", el("code", {}, (finding ?? suggestion).rule)));
}

/**
 * @param {import("./advice.js").Piece} piece
 * @param {Acts} acts
 * @param {"first" | "here" | ""} [stands] First: Ctrl+Enter uses it. Here: it is the one that is looked at.
 * @returns {HTMLElement} Its buttons.
 */
export function pieceButtons({ key, suggestion, name, finding }, acts, stands = "") {
  const about = finding ? `${name}, ${finding.text}` : move(name).title;
  const button = (word, className, act, hint) =>
    el("button", { type: "button", class: `small ${className}`, "aria-label": `${word}: ${about}`, "data-hint": hint, onclick: () => act(key) }, word);
  return el("div", { class: "button-row" },
    suggestion && button(useWord(suggestion), stands ? "use primary" : "use", acts.use, stands === "first" && COMMAND_ENTER),
    button("Not now", "quiet", acts.putAside));
}
