/** A transcript by keyboard: n and p for turns, j and k for sentences, c to comment, o to overrule. */

import { isTyping } from "../lib/keys.js";

const STEPS = { n: [".turn", 1], p: [".turn", -1], j: [".marked-sentence", 1], k: [".marked-sentence", -1] };
const ACTS = { c: "comment", o: "overrule" };

/** @param {string} selector @param {number} by */
function go(selector, by) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
  if (!all.length) return;
  const focus = document.activeElement;
  let here = all.findIndex((one) => one.contains(focus));
  if (here < 0 && focus?.closest(".turn")) {
    // From a turn to its first sentence.
    here = all.findIndex((one) => focus.contains(one)) - (by > 0 ? 1 : 0);
  }
  const next = all[Math.min(all.length - 1, Math.max(0, here < 0 && by < 0 ? 0 : here + by))];
  const summary = /** @type {HTMLElement | null} */ (selector === ".turn" ? null : next.querySelector(":scope > details > summary"));
  (summary ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: selector === ".turn" ? "start" : "center" });
}

/** @param {string} name What to do with the sentence, or the turn, that has the focus. */
function act(name) {
  const focus = document.activeElement;
  const place = focus?.closest(".marked-sentence") ?? focus?.closest(".turn")?.querySelector(".notes-turn") ?? null;
  /** @type {HTMLElement | null | undefined} */ (place?.querySelector(`[data-act=${name}]`))?.click();
}

/** Listen from now on. */
export function moveByKeys() {
  document.addEventListener("keydown", (event) => {
    if (isTyping(event) || document.querySelector("dialog[open]")) return;
    const step = STEPS[event.key];
    if (step) go(...step);
    else if (ACTS[event.key]) act(ACTS[event.key]);
    else return;
    event.preventDefault();
  });
}
