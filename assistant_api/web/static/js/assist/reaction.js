/** How the customer would take the reply: mood before and after, and what moved it. */

import { byId, el } from "../lib/dom.js";
import { bandTitle, face, moodMeters, moodShift } from "../lib/mood.js";
import { bySentence, helped, ruleWords, size } from "../scorecard/ledger.js";

const side = (title, mood) => el("div", {}, el("h3", { class: "mood-side" }, title), moodMeters(mood));

function change(one) {
  return el("li", { class: helped(one) ? "helped" : "hurt" }, el("span", { class: "moment-effect" }, size(one)), `: ${ruleWords(one.rule)}`);
}

function moved(group) {
  return el("li", {}, group.words ? el("q", {}, group.words) : el("span", { class: "fine" }, "Besides the words"),
    el("ul", { class: "moment-rules fine" }, group.changes.map(change)));
}

/** @param {any} reaction Null where nothing can be foreseen. */
export function showReaction(reaction) {
  if (!reaction) {
    byId("reaction-gist").textContent = "Nothing yet";
    byId("reaction").replaceChildren(el("p", { class: "empty" }, "Paste the customer’s message and write a reply; then we can guess how it would land."));
    return;
  }
  const { before, after, changes, summary } = reaction;
  byId("reaction-gist").replaceChildren(face(before.band, 22), ` ${bandTitle(before.band)} → `, face(after.band, 22), ` ${bandTitle(after.band)}, ${moodShift(before, after)}`);
  byId("reaction").replaceChildren(
    el("p", {}, summary),
    el("div", { class: "mood-sides" }, side("Now", before), side("After your reply", after)),
    changes.length > 0 && el("h3", { class: "mood-side" }, "What would move them"),
    changes.length > 0 && el("ul", { class: "moved" }, bySentence(changes).map(moved)),
    el("p", { class: "fine" }, "A guess by the same model of a customer that plays in Practice. People differ."),
  );
}
