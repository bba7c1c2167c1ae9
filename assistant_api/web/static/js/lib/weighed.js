/** Which words of a sentence weighed most for a move: asked for once, and left unsaid where nobody can tell. */

import { request } from "./api.js";
import { el } from "./dom.js";
import { inUnits } from "./offsets.js";

/** @typedef {{text: string, start: number, end: number, weight: number}} Word Offsets are UTF-16 units of the sentence. */

const MOST = 3;
/** A word with less than this share of the first one's weight did not decide anything. */
const SHARE = 1 / 3;

/** Answers that are kept. */
const KEPT = 200;

/** @type {Map<string, Promise<Word[]>>} The one asked for last stands last. */
const answers = new Map();

/**
 * @param {string} text The sentence.
 * @param {string} customer What the customer had said before; may be empty.
 * @param {string} label
 * @returns {Promise<Word[]>} The few that decided, the weightiest first; none where the server cannot tell, which is asked again next time.
 */
export function weighedWords(text, customer, label) {
  const body = customer.trim() ? { text, customer, label } : { text, label };
  const key = JSON.stringify(body);
  const known = answers.get(key);
  answers.delete(key);
  const answer = known ?? ask(text, body, () => answers.delete(key));
  answers.set(key, answer);
  if (answers.size > KEPT) answers.delete(answers.keys().next().value);
  return answer;
}

/**
 * @param {string} text
 * @param {object} body
 * @param {() => void} onFailure
 * @returns {Promise<Word[]>}
 */
function ask(text, body, onFailure) {
  return request("POST", "/moves/explain", { body }).then(
    ({ words }) => inUnits(text, words.filter((word) => word.weight >= SHARE * words[0].weight).slice(0, MOST)),
    () => {
      onFailure();
      return [];
    },
  );
}

/** @param {Word[]} words @returns {string} "Weighed most: ‘sorry’, ‘if’"; empty where there are none. */
export function weighedLine(words) {
  const different = [...new Map(words.map(({ text }) => [text.toLowerCase(), text])).values()];
  return different.length ? `Weighed most: ${different.map((word) => `‘${word}’`).join(", ")}` : "";
}

/**
 * @param {string} text
 * @param {Word[]} words Of several moves; the same word may come more than once.
 * @returns {(Node | string)[]} The text with these words set off.
 */
export function setOff(text, words) {
  const spans = [...new Map(words.map((word) => [word.start, word])).values()].sort((a, b) => a.start - b.start);
  const pieces = spans.flatMap(({ start, end }, index) => [
    text.slice(index ? spans[index - 1].end : 0, start),
    el("span", { class: "weighed" }, text.slice(start, end)),
  ]);
  return [...pieces, text.slice(spans.at(-1)?.end ?? 0)];
}
