/** The five levels of difficulty: what each changes, in words with its published figures. */

/**
 * @typedef {object} Level
 * @property {number} number
 * @property {string} title
 * @property {string} description
 * @property {number} patience Times the persona's own, as the next three.
 * @property {number} forgiveness
 * @property {number} credit
 * @property {number} sting
 * @property {number} facts
 * @property {number} withheld
 * @property {number | null} interrupts
 * @property {number} provokes
 * @property {number} typos
 * @property {"figures" | "band" | "face" | "hidden"} meter
 */

/** What a session's page says above the mood, and this list before it. */
export const METERS = {
  figures: "You see their mood in figures.",
  band: "You are told their mood in a word, without figures.",
  face: "You see their face, and no word for it.",
  hidden: "Their mood is hidden. What they write is all you have.",
};

const times = (value) => (value === 1 ? "as they are" : `${value} times their usual`);
const share = (value) => `${Math.round(value * 100)} %`;
const weight = (value) => (value === 1 ? "count in full" : `count ${value} times`);

/** @param {Level} level @returns {[string, string][]} What it changes, and to what. */
export function levelWords(level) {
  return [
    ["Patience", times(level.patience)],
    ["Forgiveness", times(level.forgiveness)],
    ["Good moves", weight(level.credit)],
    ["Mistakes", weight(level.sting)],
    ["Facts", `at most ${level.facts} in one answer`],
    ["Personal things", level.withheld ? `told from ${share(level.withheld)} of feeling respected` : "told without holding back"],
    ["Long messages", level.interrupts ? `while angry, they stop reading after ${level.interrupts} words (twice as many in e-mails and forms)` : "read to the end"],
    ["Provoking", level.provokes ? `in ${share(level.provokes)} of their answers while angry` : "never"],
    ["Typing errors", level.typos ? `in ${share(level.typos)} of their lines` : "none"],
    ["Mood", METERS[level.meter]],
  ];
}
