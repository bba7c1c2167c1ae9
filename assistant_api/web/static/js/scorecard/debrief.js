/** What a person reads after a session: scorecard, mood, moments. */

import { el } from "../lib/dom.js";
import { moments } from "./moments.js";
import { moodCurve } from "./moodcurve.js";
import { scorecard } from "./scorecard.js";

/**
 * @param {any} session An ended session.
 * @param {import("./scorecard.js").TurnLink} link
 * @returns {HTMLElement[]}
 */
export function debrief(session, link) {
  return [
    el("h2", { id: "debrief-title" }, "Debrief"),
    el(
      "div",
      { class: "debrief-grid" },
      session.scorecard
        ? scorecard(session.scorecard, link)
        : el("section", { class: "card" }, el("p", { class: "empty" }, "There is no scorecard for this session.")),
      el("div", { class: "debrief-side" }, moodCurve(session), moments(session, link)),
    ),
  ];
}
