/** Taking a turn again: another session with all that went before, open at that turn. */

import { request } from "./api.js";
import { el } from "./dom.js";
import { problemNotice } from "./notice.js";

/**
 * @param {string} id The session's.
 * @param {number} turn
 * @returns {HTMLElement} The button, and the place where it says what went wrong.
 */
export function rewindButton(id, turn) {
  const problem = el("div", {});
  const again = async () => {
    button.disabled = true;
    try {
      const session = await request("POST", `/sessions/${encodeURIComponent(id)}/rewind`, { body: { turn } });
      location.assign(`/practice/${encodeURIComponent(session.id)}`);
    } catch (error) {
      if (!("title" in error)) throw error;
      problem.replaceChildren(problemNotice(error));
      button.disabled = false;
    }
  };
  const button = /** @type {HTMLButtonElement} */ (
    el("button", { type: "button", class: "small", onclick: again }, "Take this turn again", el("span", { class: "visually-hidden" }, ` (turn ${turn})`))
  );
  // Of a page that comes back from the browser's memory, the button works again.
  addEventListener("pageshow", (event) => event.persisted && (button.disabled = false));
  return el("div", { class: "rewind" }, button, problem);
}
