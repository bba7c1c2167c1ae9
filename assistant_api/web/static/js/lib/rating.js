/** The customer's rating after the session: three faces, and how likely they are to recommend. */

import { el } from "./dom.js";
import { face } from "./mood.js";

const FACES = {
  bad: { title: "Unhappy", band: "angry" },
  neutral: { title: "So-so", band: "calm" },
  good: { title: "Happy", band: "pleased" },
};

/** @param {string | null} id @returns {string} */
export const ratingTitle = (id) => FACES[id]?.title ?? "";

/** @param {string} id @param {number} [size] @returns {SVGElement} */
export const ratingFace = (id, size = 48) => face(FACES[id]?.band, size);

/** @param {string} chosen @returns {HTMLElement} All three, the chosen one set off. */
export function threeFaces(chosen) {
  return el("ul", { class: "three-faces", "aria-label": "The customer's rating" },
    Object.entries(FACES).map(([id, { title }]) =>
      el("li", { class: id === chosen ? "chosen" : "", "aria-current": id === chosen && "true" }, ratingFace(id), el("span", {}, title))));
}
