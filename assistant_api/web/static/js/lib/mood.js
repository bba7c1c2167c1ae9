/** The customer's mood in words, meters and a face; colour only ever repeats what the words say. */

import { el, svg } from "./dom.js";

const BANDS = {
  furious: { title: "Furious", mouth: "M9 23q7-7 14 0", brows: "M7 9l6 3M25 9l-6 3" },
  angry: { title: "Angry", mouth: "M10 23q6-5 12 0", brows: "M8 10l5 2M24 10l-5 2" },
  annoyed: { title: "Annoyed", mouth: "M10 22q6-2 12 0", brows: "M8 11h5M19 11h5" },
  calm: { title: "Calm", mouth: "M10 21h12", brows: "M8 11q2.5-1.500 5 0M19 11q2.5-1.500 5 0" },
  pleased: { title: "Pleased", mouth: "M9 20q7 7 14 0", brows: "M8 10q2.5-2 5 0M19 10q2.5-2 5 0" },
};
const AMOUNTS = [
  [0.05, "none"],
  [0.3, "a little"],
  [0.5, "some"],
  [0.75, "a lot"],
  [1.01, "very much"],
];

/** @param {number} value 0 to 1. @returns {string} */
export const amount = (value) => AMOUNTS.find(([limit]) => value < limit)[1];

/** @param {string} band @returns {string} */
export const bandTitle = (band) => BANDS[band]?.title ?? band;

/** @param {string} band @param {number} [size] Pixels. @returns {SVGElement} A face; decoration, for the words say it too. */
export function face(band, size = 32) {
  const look = BANDS[band] ?? BANDS.calm;
  return svg(
    "svg",
    { viewBox: "0 0 32 32", width: size, height: size, class: `face face-${band}`, "aria-hidden": "true", focusable: "false" },
    svg("circle", { cx: 16, cy: 16, r: 15, class: "face-skin" }),
    svg("circle", { cx: 11, cy: 15, r: 1.7, class: "face-ink" }),
    svg("circle", { cx: 21, cy: 15, r: 1.7, class: "face-ink" }),
    svg("path", { d: look.brows, class: "face-line" }),
    svg("path", { d: look.mouth, class: "face-line" }),
  );
}

function meter(name, value, kind, figures) {
  const word = figures ? `${amount(value)}, ${Math.round(value * 100)}` : amount(value);
  const bar = el("div", {
    class: `meter meter-${kind}`,
    role: "meter",
    "aria-label": name,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-valuenow": Math.round(value * 100),
    "aria-valuetext": amount(value),
  }, el("i", {}));
  // Set through the object model: the policy forbids style attributes in markup.
  bar.style.setProperty("--value", String(value));
  return el("div", { class: "meter-row" }, el("span", { class: "meter-name" }, name), bar, el("span", { class: "meter-word" }, word));
}

/**
 * @param {{anger: number, satisfaction: number, band: string}} mood
 * @param {boolean} [figures] Whether the meters tell their value, too, from 0 to 100.
 * @returns {HTMLElement[]} Face and word, then both meters.
 */
export function moodMeters(mood, figures = false) {
  return [
    el("p", { class: "mood-band" }, face(mood.band, 40), el("strong", {}, bandTitle(mood.band))),
    el("div", { class: "meters" }, meter("Anger", mood.anger, "anger", figures), meter("Satisfaction", mood.satisfaction, "satisfaction", figures)),
  ];
}

/**
 * @param {{anger: number, satisfaction: number}} before
 * @param {{anger: number, satisfaction: number}} after
 * @returns {string} How the mood moved, in words.
 */
export function moodShift(before, after) {
  const anger = after.anger - before.anger;
  const satisfaction = after.satisfaction - before.satisfaction;
  const size = (by) => (Math.abs(by) < 0.08 ? "a little " : Math.abs(by) < 0.2 ? "" : "much ");
  if (Math.abs(anger) >= 0.02) return anger > 0 ? `${size(anger)}angrier` : `${size(anger)}calmer`;
  if (Math.abs(satisfaction) >= 0.02) return satisfaction > 0 ? `${size(satisfaction)}happier` : `${size(satisfaction)}less happy`;
  return "no change";
}

/** @param {{anger: number, satisfaction: number, band: string}} mood @param {string} [shift] @returns {HTMLElement} */
export function moodTag(mood, shift) {
  return el(
    "span",
    { class: "mood-tag" },
    face(mood.band, 20),
    el("span", {}, bandTitle(mood.band), shift && `, ${shift}`),
    el("span", { class: "visually-hidden" }, ` (anger ${amount(mood.anger)}, satisfaction ${amount(mood.satisfaction)})`),
  );
}
