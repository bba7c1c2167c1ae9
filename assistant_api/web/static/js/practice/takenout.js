/** Telling an agent that personal data of their message was not kept. */

import { el } from "../lib/dom.js";

/**
 * @param {string[]} kinds As the API names them; none where nothing was taken out.
 * @returns {HTMLElement[]} What to show, if anything.
 */
export function takenOut(kinds) {
  if (!kinds.length) return [];
  const masks = kinds.map((kind) => `[${kind}]`);
  const named = [masks.slice(0, -1).join(", "), masks.at(-1)].filter(Boolean).join(" and ");
  const told = `${named} ${kinds.length === 1 ? "was" : "were"} taken out before storing. The customer did not see it.`;
  return [el("p", { class: "notice taken-out", role: "status" }, told)];
}
