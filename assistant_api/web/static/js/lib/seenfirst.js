/** Results reach the trainee first: who else sees how a session of one's own went, and from when on. */

import { el } from "./dom.js";
import { when } from "./when.js";

/** @param {string[]} trainers @returns {string} As the beginning of a sentence. */
export function everybodyElse(trainers) {
  return trainers.length ? `${trainers.length > 1 ? "Your trainers" : "Your trainer"} (${trainers.join(", ")}) and the admins` : "The admins, and a trainer once you have one,";
}

/**
 * @param {{trainers: string[], opened: boolean, latest: string} | null} others Of the API's session.
 * @returns {HTMLElement | null} Nothing where there is nobody else.
 */
export function seenFirst(others) {
  if (!others) return null;
  const names = everybodyElse(others.trainers);
  const shown = others.opened || new Date(others.latest) <= new Date();
  return el("p", { class: "fine seen-first" }, shown
    ? `${names} see how it went, as you do.`
    : `How it went is yours alone for now. ${names} read what was said; they see the score, the customer’s rating and the debrief once you have opened the debrief, or from ${when(others.latest)}.`);
}
