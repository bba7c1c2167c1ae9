/** Choices that belong to the agent and not to a draft: how much advice, the channel last used, which parts are open. */

import { recall, remember } from "../lib/storage.js";

const KEY = "heard.assist.settings";

/** @returns {{channel?: string, advice?: "few" | "all", open?: string[]}} */
export const settings = () => recall(KEY) ?? {};

/** @param {ReturnType<typeof settings>} changed */
export const change = (changed) => remember(KEY, { ...settings(), ...changed });

/**
 * A group of radio buttons.
 * @param {string} name
 * @param {string} value The one to begin with; an unknown one is passed over.
 * @param {(value: string) => void} onChoose
 */
export function radios(name, value, onChoose) {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(`input[name="${name}"]`))) {
    if (input.value === value) input.checked = true;
    input.addEventListener("change", () => input.checked && onChoose(input.value));
  }
}

/** @param {string} name @returns {string} The one chosen. */
export const chosen = (name) => /** @type {HTMLInputElement} */ (document.querySelector(`input[name="${name}"]:checked`)).value;

/** Parts that the agent opened stay open the next time. */
export function rememberOpenParts() {
  const parts = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-part]")]);
  const open = new Set(settings().open ?? []);
  for (const part of parts) {
    part.open = open.has(part.dataset.part);
    part.addEventListener("toggle", () => change({ open: parts.filter((each) => each.open).map((each) => each.dataset.part) }));
  }
}
