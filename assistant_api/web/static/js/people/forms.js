/** Forms that are sent as JSON: one at a time, with what went wrong told in their place. */

import { byId } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

/**
 * @param {string} id The form's id.
 * @param {string} problemId Where a problem is told.
 * @param {(form: HTMLFormElement) => Promise<void>} send
 */
export function onSubmit(id, problemId, send) {
  const form = byId(id);
  const button = form.querySelector("button[type=submit]");
  // Until here nobody could send it: the browser itself would have taken what was typed elsewhere.
  button.disabled = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    await telling(problemId, () => send(form));
    button.disabled = false;
  });
}

/**
 * Do something, and tell in a place what went wrong with it.
 * @param {string} problemId
 * @param {() => Promise<void>} act
 */
export async function telling(problemId, act) {
  const place = byId(problemId);
  place.replaceChildren();
  try {
    await act();
  } catch (error) {
    if (!("title" in error)) throw error;
    place.replaceChildren(problemNotice(error));
  }
}

/** Let people look at what they type as a password. */
export function setUpShowing() {
  const box = byId("show-password");
  const fields = document.querySelectorAll("input[type=password]");
  box.addEventListener("change", () => fields.forEach((field) => { field.type = box.checked ? "text" : "password"; }));
}
