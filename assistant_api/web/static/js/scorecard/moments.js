/** A sentence with what it did to the customer, feeling by feeling and rule by rule. */

import { el } from "../lib/dom.js";
import { bySentence, helped, ruleWords, size } from "./ledger.js";

/** Less than a point of a hundred is not worth a line. */
const LEAST = 0.01;

/** @typedef {ReturnType<typeof bySentence>[number]} Moment */

/** @param {Moment} moment @returns {boolean} Whether the sentence did more good than harm; anger decides, if it moved. */
function good(moment) {
  if (Math.abs(moment.anger) >= LEAST) return moment.anger < 0;
  const balance = moment.changes.reduce((sum, change) => sum + (helped(change) ? 1 : -1) * Math.abs(change.by), 0);
  return balance >= 0;
}

function effect(moment) {
  if (Math.abs(moment.anger) < LEAST) return good(moment) ? "did them good" : "did them no good";
  return moment.anger < 0 ? "calmed them" : "angered them";
}

/** @param {Moment} moment @returns {HTMLElement} */
export function momentRow(moment) {
  const byRule = new Map();
  for (const change of moment.changes) byRule.set(change.rule, [...(byRule.get(change.rule) ?? []), change]);
  return el(
    "li",
    { class: `moment ${good(moment) ? "helped" : "hurt"}` },
    el("span", { class: "moment-sign", "aria-hidden": "true" }, good(moment) ? "↗" : "↘"),
    el(
      "div",
      {},
      el("p", {}, moment.words ? el("q", {}, moment.words) : "Without a word of yours", " ",
        el("strong", { class: "moment-effect" }, effect(moment))),
      el("ul", { class: "moment-rules fine" }, [...byRule].map(([rule, changes]) =>
        el("li", { title: `Rule ${rule}` }, `${ruleWords(rule)}: ${changes.map(size).join(", ")}`))),
    ),
  );
}
