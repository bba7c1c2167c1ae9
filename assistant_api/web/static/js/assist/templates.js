/** The agent's templates, kept in the browser; every change reads them anew, for another tab may have changed them. */

import { recall, remember } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import { STARTERS } from "./starters.js";

/** @typedef {{id: string, name: string, text: string}} Template */

const KEY = "heard.assist.templates";
const LONGEST_NAME = 80;

const named = (name) => name.trim().slice(0, LONGEST_NAME);

/** @returns {Template[]} In the agent's order; at first, ours. */
export const templates = () => recall(KEY) ?? STARTERS;

/** @param {string} name @param {string} text @returns {Template} */
export function addTemplate(name, text) {
  const template = { id: uuid(), name: named(name), text };
  remember(KEY, [...templates(), template]);
  return template;
}

/** @param {string} id @param {string} name */
export function renameTemplate(id, name) {
  remember(KEY, templates().map((each) => (each.id === id ? { ...each, name: named(name) } : each)));
}

/** @param {string} id @returns {() => void} Brings it back to its place. */
export function deleteTemplate(id) {
  const before = templates();
  const index = before.findIndex((each) => each.id === id);
  remember(KEY, before.filter((each) => each.id !== id));
  return () => {
    const now = templates();
    remember(KEY, [...now.slice(0, index), before[index], ...now.slice(index)]);
  };
}
