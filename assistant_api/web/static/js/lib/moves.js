/** The moves as the page's legend has them: that list is written by the server from the codebook. */

import { el } from "./dom.js";

/** @typedef {{label: string, kind: "step" | "support" | "mistake", title: string, noun: string, meaning: string}} Move */

/** @type {Map<string, Move>} */
const MOVES = new Map(
  [...document.querySelectorAll("#legend [data-label]")].map((row) => {
    const { label, kind, noun } = /** @type {HTMLElement} */ (row).dataset;
    const title = row.querySelector("dt").textContent.trim();
    const meaning = row.querySelector("dd").textContent.replace(/^…\s*/, "").trim();
    return [label, { label, kind, title, noun, meaning }];
  }),
);

/** @param {string} label @returns {Move} */
export function move(label) {
  return MOVES.get(label) ?? { label, kind: "support", title: label, noun: label, meaning: "" };
}

/** @returns {Move[]} All moves, in the codebook's order. */
export const moves = () => [...MOVES.values()];

/** @returns {Move[]} The five steps, in order. */
export const steps = () => [...MOVES.values()].filter((each) => each.kind === "step");

/** @param {string} label @returns {HTMLElement} A label chip; mistakes carry a sign as well as their colour. */
export function chip(label) {
  const { kind, title, meaning } = move(label);
  return el("span", { class: `chip chip-${kind} move-${label}`, title: `The sentence ${meaning}` }, title);
}

/** @param {string[]} labels @returns {HTMLElement} The chips of one sentence; says so where there is none. */
export function chips(labels) {
  return el("span", { class: "chips" }, labels.length ? labels.map(chip) : el("span", { class: "chip chip-none" }, "No label"));
}

/** @param {number} share 0 to 1. */
export const percent = (share) => `${Math.round(share * 100)} %`;
