/** The moments that moved the customer: sentences with what they did, feeling by feeling and rule by rule. */

import { el } from "../lib/dom.js";
import { bySentence, helped, ruleWords, size } from "./ledger.js";

const MOST = 6;
/** Less than a point of a hundred is not worth a line. */
const LEAST = 0.01;
/** The debrief names the larger movements; the transcript names them all. */
const NOTABLE = 0.02;

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

/**
 * @param {Moment} moment
 * @param {Node} [where] A link to its turn.
 * @param {number} [least] Smaller movements are left out.
 * @returns {HTMLElement}
 */
export function momentRow(moment, where, least = 0) {
  const byRule = new Map();
  for (const change of moment.changes.filter((each) => Math.abs(each.by) >= least)) byRule.set(change.rule, [...(byRule.get(change.rule) ?? []), change]);
  return el(
    "li",
    { class: `moment ${good(moment) ? "helped" : "hurt"}` },
    el("span", { class: "moment-sign", "aria-hidden": "true" }, good(moment) ? "↗" : "↘"),
    el(
      "div",
      {},
      el("p", {}, moment.words ? el("q", {}, moment.words) : "Without a word of yours", " ",
        el("strong", { class: "moment-effect" }, effect(moment)), where && [" ", where]),
      el("ul", { class: "moment-rules fine" }, [...byRule].map(([rule, changes]) =>
        el("li", { title: `Rule ${rule}` }, `${ruleWords(rule)}: ${changes.map(size).join(", ")}`))),
    ),
  );
}

/**
 * @param {any} session
 * @param {import("./scorecard.js").TurnLink} link
 * @returns {HTMLElement}
 */
export function moments(session, link) {
  const strongest = session.turns
    .flatMap((turn) => bySentence(turn.changes).map((moment) => ({ ...moment, turn: turn.number })))
    .filter((moment) => moment.words && Math.abs(moment.anger) >= NOTABLE)
    .sort((a, b) => Math.abs(b.anger) - Math.abs(a.anger))
    .slice(0, MOST)
    .sort((a, b) => a.turn - b.turn);
  return el(
    "section",
    { class: "card", "aria-labelledby": "moments-title" },
    el("h3", { class: "card-title", id: "moments-title" }, "The moments that moved them"),
    strongest.length
      ? el("ol", { class: "moments" }, strongest.map((moment) =>
          momentRow(moment, el("a", { href: link(moment.turn), class: "turn-link" }, `turn ${moment.turn}`), NOTABLE)))
      : el("p", { class: "empty" }, "Nothing you wrote moved the customer much either way."),
  );
}
