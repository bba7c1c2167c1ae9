/** In place of how a session went, while that is its player's alone: results reach the trainee first. */

import { el } from "../lib/dom.js";
import { when } from "../lib/when.js";

/** @param {any} session Of which it is held back. @returns {string} */
export function notYet({ status, person }) {
  return status === "open" ? `${person.name} is still playing` : `Not yet seen by ${person.name}`;
}

/** @param {any} session @returns {string} Empty while it goes on. */
export function shownFrom({ held_until: until }) {
  return until ? `Shown from ${when(until)} at the latest` : "";
}

/** @param {any} session @returns {HTMLElement} The card that stands in place of mood and score. */
export function heldSection(session) {
  return el("section", { class: "card jump-target", id: "score", tabindex: "-1", "aria-labelledby": "held-title" },
    el("h2", { class: "card-title", id: "held-title" }, "How it went"),
    el("p", {}, el("strong", {}, `${notYet(session)}.`), " Results reach the trainee first."),
    el("p", {}, "You see it once they have opened the debrief. ", session.held_until && `${shownFrom(session)}.`),
    el("p", { class: "fine" }, "Until then you read what was said and its marks, and may comment on it. Overruling waits, so that nobody’s score is changed before they have seen it."));
}
