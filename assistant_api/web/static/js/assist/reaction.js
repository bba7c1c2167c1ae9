/** How the customer would take the reply: mood before and after, and which sentences moved it. */

import { byId, el } from "../lib/dom.js";
import { bandTitle, face, moodMeters, moodShift } from "../lib/mood.js";
import { bySentence, helped, ruleWords, size } from "../scorecard/ledger.js";

/** Smaller movements, of a feeling that runs from 0 to 1, nobody would notice. */
const LEAST = 0.03;
const MOST = 3;

const side = (title, mood) => el("div", {}, el("h3", { class: "mood-side" }, title), moodMeters(mood));

/** What a sentence did to one feeling in all, the most first. */
function effects(changes) {
  const sums = new Map();
  for (const { on, by } of changes) sums.set(on, (sums.get(on) ?? 0) + by);
  return [...sums]
    .map(([on, by]) => ({ on, by }))
    .filter(({ by }) => Math.abs(by) >= LEAST)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, MOST);
}

/** A sentence with what it is taken for and what that does; those that do next to nothing are left out. */
function moved({ words, changes }) {
  const felt = effects(changes);
  if (!words || felt.length === 0) return null;
  const rules = [...new Set(changes.map(({ rule }) => ruleWords(rule)))].join("; ");
  return el("li", {}, el("q", {}, words),
    el("p", { class: "fine" }, `${rules}: `,
      felt.map((one, index) => [index > 0 && ", ", el("span", { class: helped(one) ? "good-turn" : "bad-turn" }, size(one))])));
}

/** @param {any} reaction Null where nothing can be foreseen. */
export function showReaction(reaction) {
  if (!reaction) {
    byId("reaction-gist").textContent = "No message to go by";
    byId("reaction").replaceChildren(el("p", { class: "empty" }, "Paste the customer’s message and write a reply; then we can guess how it would land."));
    return;
  }
  const { before, after, changes, summary } = reaction;
  byId("reaction-gist").replaceChildren(face(before.band, 22), ` ${bandTitle(before.band)} → `, face(after.band, 22), ` ${bandTitle(after.band)}, ${moodShift(before, after)}`);
  const moves = bySentence(changes).map(moved).filter(Boolean);
  byId("reaction").replaceChildren(
    el("p", {}, summary),
    el("div", { class: "mood-sides" }, side("Now", before), side("After your reply", after)),
    moves.length ? el("ul", { class: "moved" }, moves) : el("p", {}, "No sentence would move them much."),
    el("p", { class: "fine" }, "A guess by the model of a customer that plays in Practice, on a scale of 100. People differ."),
  );
}
