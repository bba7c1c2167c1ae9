/** The cards to choose from; the first deals a case that is not told. */

import { el } from "../lib/dom.js";
import { channelName, touchpointName } from "../lib/names.js";

/** Stands for "whichever comes" where a scenario's id would stand. */
export const SURPRISE = "?";

function card(value, title, text, tags, kind = "") {
  return el(
    "label",
    { class: `scenario-card ${kind}`, "data-id": value },
    el("input", { type: "radio", name: "scenario", value }),
    el("span", { class: "scenario-text" },
      el("strong", {}, title), el("span", {}, text),
      tags.length > 0 && el("span", { class: "tags" }, tags.filter(Boolean).map((tag) => el("span", { class: "tag" }, tag)))),
  );
}

/** @returns {HTMLElement} */
export const surpriseCard = () =>
  card(SURPRISE, "Surprise me", "Somebody is on the line, and nobody has told you who, or why. You learn it as they tell you.", [], "surprise");

/** @param {any} scenario @returns {HTMLElement} */
export function scenarioCard(scenario) {
  const { id, title, summary, channel, touchpoint, difficulty, own, draft } = scenario;
  return card(id, title, summary,
    [channelName(channel), touchpointName(touchpoint), `Level ${difficulty} of 5`, own && "Your own", draft && "Draft"]);
}
