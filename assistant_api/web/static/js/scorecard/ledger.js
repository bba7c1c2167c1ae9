/** The emotion ledger in words: what a feeling is called, what a rule says, and what one sentence did. The page's legend has the names. */

/** @typedef {{words: string, rule: string, on: string, by: number}} Change */

/** @returns {HTMLElement[]} */
const rows = (name) => [...document.querySelectorAll(`#ledger-legend [data-${name}]`)];
const named = (name) => new Map(rows(name).map((row) => [row.dataset[name], row.querySelector("dt").textContent.trim()]));

const RULES = named("rule");
const FEELINGS = named("feeling");
const RISE_HURTS = new Set(rows("rise").filter((row) => row.dataset.rise === "hurts").map((row) => row.dataset.feeling));

/** @param {string} feeling @returns {string} */
export const feelingName = (feeling) => FEELINGS.get(feeling) ?? feeling.replaceAll("_", " ");

/** @param {string} rule A rule's id. @returns {string} What it says, in a few words. */
export const ruleWords = (rule) => RULES.get(rule) ?? rule.replaceAll("_", " ");

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
