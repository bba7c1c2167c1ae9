/** How much of the customer's mood is shown: the harder the level, the less. */

import { el } from "../lib/dom.js";
import { METERS } from "../lib/levels.js";
import { bandTitle, face, moodMeters, moodShift, moodTag } from "../lib/mood.js";

/** @typedef {"figures" | "band" | "face" | "hidden"} Meter */

/** @param {any} session @returns {Meter} What is hidden while it goes on is told afterwards. */
export const meterOf = (session) => (session.status === "ended" ? "figures" : session.level.meter);

const looks = (mood) => `They look ${bandTitle(mood.band).toLowerCase()}`;

/** A face without a word; people who listen are told what it shows. */
function faceOnly(mood, size) {
  return el("span", { class: "face-only" }, face(mood.band, size), el("span", { class: "visually-hidden" }, looks(mood)));
}

/** @param {any} session @returns {HTMLElement[]} */
export function moodPanel(session) {
  const { mood } = session;
  const meter = meterOf(session);
  const shown = {
    figures: () => moodMeters(mood, true),
    band: () => [el("p", { class: "mood-band" }, face(mood.band, 40), el("strong", {}, bandTitle(mood.band)))],
    face: () => [el("p", { class: "mood-band" }, faceOnly(mood, 56))],
    hidden: () => [],
  };
  return [...shown[meter](), ...(session.status === "open" ? [el("p", { class: "fine meter-why" }, METERS[meter])] : [])];
}

/** @param {any} mood @param {Meter} meter @param {any} [before] The mood before. @returns {HTMLElement | string} What stands below a message. */
export function moodFoot(mood, meter, before) {
  const shift = before && moodShift(before, mood);
  return {
    figures: () => moodTag(mood, shift),
    band: () => moodTag(mood),
    face: () => faceOnly(mood, 22),
    hidden: () => "",
  }[meter]();
}

/** @param {any} mood @param {Meter} meter @param {any} before @returns {string} The same, for people who listen. */
export function moodSaid(mood, meter, before) {
  return {
    figures: () => `The customer is ${bandTitle(mood.band).toLowerCase()}, ${moodShift(before, mood)}.`,
    band: () => `The customer is ${bandTitle(mood.band).toLowerCase()}.`,
    face: () => `${looks(mood)}.`,
    hidden: () => "",
  }[meter]();
}
