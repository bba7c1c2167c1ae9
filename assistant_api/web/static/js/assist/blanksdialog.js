/** The question before a reply with blanks is copied: fill them in, or copy it as it is. */

import { byId, counted } from "../lib/dom.js";
import { blanks } from "./blanks.js";

const words = (text) => {
  const found = blanks(text).map(({ start, end }) => text.slice(start, end));
  return `It still says ${new Intl.ListFormat("en", { type: "conjunction" }).format([...new Set(found)])}.`;
};

/**
 * Ask what to do; the way back is always to do nothing.
 * @param {string} text What is to be copied.
 * @returns {Promise<"copy" | "fill" | "">} At once "copy" where it has no blanks.
 */
export function mayCopy(text) {
  const left = blanks(text).length;
  if (!left) return Promise.resolve("copy");
  const dialog = /** @type {HTMLDialogElement} */ (byId("blanks"));
  byId("blanks-title").textContent = `${counted(left, "blank")} still to fill`;
  byId("blanks-words").textContent = words(text);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(/** @type {"copy" | "fill" | ""} */ (dialog.returnValue)), { once: true });
  });
}
