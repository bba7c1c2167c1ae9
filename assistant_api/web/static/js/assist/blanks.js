/** Blanks for the agent to fill: square brackets in the draft. */

const BLANK = /\[[^\][\n]*\]/g;

/** @typedef {{start: number, end: number}} Span In UTF-16 units. */

/** @param {string} text @returns {Span[]} */
export const blanks = (text) => [...text.matchAll(BLANK)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));

/** @param {string} text @returns {Span | undefined} */
export const firstBlank = (text) => blanks(text)[0];

/**
 * @param {string} text
 * @param {number} from
 * @returns {Span | undefined} The next one from there, and behind the last the first again.
 */
export function nextBlank(text, from) {
  const all = blanks(text);
  return all.find((blank) => blank.start >= from) ?? all[0];
}
