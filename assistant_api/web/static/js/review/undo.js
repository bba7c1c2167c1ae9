/** Saying what was done, with a way back for a while. */

import { byId, el } from "../lib/dom.js";

const WHILE_MS = 20_000;
let timer = 0;

/**
 * @param {string} text What was done.
 * @param {() => Promise<void>} undo
 */
export function offerUndo(text, undo) {
  clearTimeout(timer);
  const place = byId("undo");
  const close = () => place.replaceChildren();
  const button = el("button", { type: "button", class: "small", onclick: async () => {
    close();
    await undo();
  } }, "Undo");
  place.replaceChildren(el("div", { class: "undo-bar" }, el("span", {}, text), button));
  timer = setTimeout(close, WHILE_MS);
}
