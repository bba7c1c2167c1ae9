/** The moves as the page's legend has them: that list is written by the server from the codebook. */

import { el } from "./dom.js";

/** @typedef {{label: string, kind: "step" | "support" | "mistake", title: string, meaning: string}} Move */

/** @type {Map<string, Move>} */
const MOVES = new Map(
  [...document.querySelectorAll("#legend [data-label]")].map((row) => {
    const { label, kind } = /** @type {HTMLElement} */ (row).dataset;
    const title = row.querySelector("dt").textContent.trim();
    const meaning = row.querySelector("dd").textContent.replace(/^…\s*/, "").trim();
    return [label, { label, kind, title, meaning }];
  }),
);

/** @param {string} label @returns {Move} */
export function move(label) {
  return MOVES.get(label) ?? { label, kind: "support", title: label, meaning: "" };
}

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

/**
 * A sentence's labels with how sure the recogniser is, and the next most likely ones.
 * @param {{labels: string[], confidence: Record<string, number>}} sentence
 * @returns {HTMLElement}
 */
export function confidenceList(sentence) {
  const given = new Set(sentence.labels);
  const near = Object.entries(sentence.confidence ?? {})
    .filter(([label, value]) => !given.has(label) && value >= 0.1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([label]) => label);
  const row = (label, text) =>
    el("li", {}, chip(label), ` ${text} `, el("span", { class: "figure" }, percent(sentence.confidence?.[label] ?? 0)),
      el("span", { class: "fine" }, ` The sentence ${move(label).meaning}`));
  return el(
    "ul",
    { class: "confidence" },
    sentence.labels.map((label) => row(label, "recognised, confidence")),
    near.map((label) => row(label, "not given, confidence")),
    !given.size && !near.length && el("li", {}, "No label comes near. That is a good answer for many sentences."),
  );
}

/** @param {number} share 0 to 1. */
export const percent = (share) => `${Math.round(share * 100)} %`;
