/** Saying that a draft is in a language that nobody here can judge. */

import { percent } from "../lib/moves.js";

/** Less sure than this, the language is only a guess; that it is not English is certain all the same. */
const LIKELY = 0.5;

/** @param {{name: string, confidence: number}} language @returns {string} */
export function unjudged({ name, confidence }) {
  // Rounding would have it quite sure, which no detector is.
  const sure = `${percent(Math.min(confidence, 0.99))} sure`;
  const looks = confidence < LIKELY ? `This does not look like English; it may be ${name} (${sure}).` : `This looks like ${name} (${sure}).`;
  return `${looks} We can only read English, so nothing is judged.`;
}
