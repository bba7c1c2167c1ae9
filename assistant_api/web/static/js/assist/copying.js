/** Copying a text, with a word about the blanks that are left in it. */

import { blanks } from "./blanks.js";
import { counted } from "../lib/dom.js";

/** @param {string} text @returns {Promise<boolean>} Whether it is in the clipboard. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

/** Plain HTTP from another machine has no clipboard of its own. */
function copyTheOldWay(text) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  active?.focus();
  return copied;
}

/** @param {string} text What was copied. @returns {string} What to tell, blanks that are left included. */
export function copiedWords(text) {
  const left = blanks(text).length;
  return left ? `Copied, with ${counted(left, "blank")} still to fill.` : "Copied.";
}
