/** Notices that ask: which of two texts is to stand. */

import { byId, el } from "../lib/dom.js";

const place = byId("notice");

function choice(text, kind, act) {
  return el("button", { type: "button", class: `small ${kind}`, onclick: act }, text);
}

/**
 * @param {string} text
 * @param {[string, () => void][]} choices
 * @param {HTMLElement | null} [more]
 */
export function askWhich(text, choices, more = null) {
  place.replaceChildren(
    el(
      "div",
      { class: "notice notice-plain", role: "status" },
      el("p", {}, text),
      more,
      el("div", { class: "button-row" }, choices.map(([name, act], at) => choice(name, at === 0 ? "primary" : "", () => {
        place.replaceChildren();
        act();
      }))),
    ),
  );
}

/** @param {string} text @returns {HTMLElement} The other text, to be looked at. */
export const otherText = (text) => el("details", {}, el("summary", {}, "Show the file as it is on the disk"), el("pre", { class: "other-text", tabindex: "0" }, text));
