/** The emotion ledger in words: what a feeling is called, what a rule says, and what one sentence did. */

import { move } from "../lib/moves.js";

/** @typedef {{words: string, rule: string, on: string, by: number}} Change */

const FEELINGS = {
  anger: "anger",
  satisfaction: "satisfaction",
  trust: "trust",
  patience: "patience",
  forgiveness: "forgiveness",
  interactional: "feeling respected",
  procedural: "feeling well looked after",
  distributive: "feeling compensated",
  deviation: "blame for new mistakes",
};
const RISE_HURTS = new Set(["anger", "deviation"]);
const RULES = {
  asked_twice: "Asked for something you had already",
  contradiction: "Contradicts what you said before",
  broken_promise: "A promise that was not kept",
  passed_on_again: "Passed on once more",
  taken_back: "An offer taken back",
  remedy_fits: "A remedy that fits",
  remedy_unclear: "A remedy they cannot picture yet",
  judged_anew: "Sees the failure in a new light",
  settles: "Earlier words sink in",
  not_forgiven: "Not forgiven yet",
  time_passes: "Time passes",
  nothing_happens: "Nothing happens",
  rates_treatment: "Rates the service anew",
};
const MANNERS = { specific: "tied to their case", stock: "a stock phrase", overdone: "too often" };

/** @param {string} feeling @returns {string} */
export const feelingName = (feeling) => FEELINGS[feeling] ?? feeling.replaceAll("_", " ");

/** @param {string} rule A rule's id. @returns {string} What it says, in a few words. */
export function ruleWords(rule) {
  if (rule in RULES) return RULES[rule];
  const [, label, manner] = /^(.+)_(specific|stock|overdone)$/.exec(rule) ?? [];
  if (label) return `${move(label).title}, ${MANNERS[manner]}`;
  return move(rule).meaning ? move(rule).title : rule.replaceAll("_", " ");
}

/** @param {Change} change @returns {boolean} Whether it went the agent's way. */
export const helped = (change) => change.by < 0 === RISE_HURTS.has(change.on);

/** @param {Change} change @returns {string} "anger −12", on a scale of 100. */
export function size(change) {
  const points = Math.round(change.by * 100);
  return `${feelingName(change.on)} ${points < 0 ? "−" : "+"}${Math.abs(points) || "<1"}`;
}

/**
 * A turn's changes by the sentence that made them, in the order of the ledger; those without words come last.
 * @param {Change[]} changes
 * @returns {{words: string, changes: Change[], anger: number}[]} `anger` is how far the sentence moved it in all.
 */
export function bySentence(changes) {
  const groups = new Map();
  for (const change of changes) groups.set(change.words, [...(groups.get(change.words) ?? []), change]);
  return [...groups]
    .sort(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([words, own]) => ({
      words,
      changes: own,
      anger: own.filter((change) => change.on === "anger").reduce((sum, change) => sum + change.by, 0),
    }));
}
