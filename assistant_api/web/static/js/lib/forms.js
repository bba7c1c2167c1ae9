/** Forms that are sent as JSON: one at a time, with what went wrong told in their place. */

import { byId } from "./dom.js";
import { clearFields, tellFields } from "./fields.js";
import { problemNotice } from "./notice.js";

/**
 * @param {string} id The form's id.
 * @param {string} problemId Where a problem is told that no field of the form has.
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
    await telling(problemId, () => send(form), form);
    button.disabled = false;
    // A button that rests loses the focus, and who works by keys would begin at the top again.
    if (document.activeElement === document.body) button.focus();
  });
}

/**
 * Do something, and tell what went wrong with it: at the fields it is about, all else in one place.
 * @param {string} problemId
 * @param {() => Promise<void>} act
 * @param {HTMLFormElement} [form] Whose fields are sent.
 */
export async function telling(problemId, act, form) {
  const place = byId(problemId);
  place.replaceChildren();
  if (form) clearFields(form);
  try {
    await act();
  } catch (error) {
    if (!("title" in error)) throw error;
    const rest = form ? tellFields(form, error.errors) : error.errors;
    if (rest.length || !error.errors.length) place.replaceChildren(problemNotice({ ...error, errors: rest }));
  }
}

/** Let people look at what they type as a password. */
export function setUpShowing() {
  const box = byId("show-password");
  const fields = document.querySelectorAll("input[type=password]");
  box.addEventListener("change", () => fields.forEach((field) => { field.type = box.checked ? "text" : "password"; }));
}
