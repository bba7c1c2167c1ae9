/** What is typed stays in the browser until it is saved. */

import { recall, remember } from "../lib/storage.js";

const key = (id) => `heard.scenario.${id}`;

/**
 * @param {string} id
 * @param {string} text
 * @param {string} version What the text was typed upon.
 */
export const keep = (id, text, version) => remember(key(id), { text, version });

/** @param {string} id */
export const forget = (id) => remember(key(id), null);

/** @param {string} id @returns {{text: string, version: string} | null} */
export function kept(id) {
  const found = recall(key(id));
  return found && typeof found.text === "string" ? found : null;
}
