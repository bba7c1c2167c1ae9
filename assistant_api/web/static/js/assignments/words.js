/** Assignments in words, and beginning a try. */

import { request } from "../lib/api.js";
import { counted, el } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

const STATES = { not_begun: "Not begun", begun: "Begun", passed: "Passed", used_up: "No tries left" };

/** @param {string | null} iso A day or a moment. @returns {string} "30 Nov 2026" */
export function day(iso) {
  if (!iso) return "";
  return new Date(iso.length === 10 ? `${iso}T12:00:00` : iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

/** @param {any} one An assignment. @returns {string} What is to be done. */
export function task(one) {
  const parts = [one.scenario.title, `level ${one.level}`, `pass mark ${one.pass_mark}`, one.tries === null ? "as many tries as you like" : counted(one.tries, "try", "tries")];
  if (one.due_on) parts.push(`by ${day(one.due_on)}`);
  if (one.closed_at) parts.push(`closed on ${day(one.closed_at)}`);
  return parts.join(" · ");
}

/** @param {any} standing @param {string | null} due @returns {(Node | null)[]} Tags for the state, and for what is urgent. */
export function tags(standing, due) {
  return [
    el("span", { class: `state state-${standing.state}` }, STATES[standing.state]),
    standing.overdue && el("span", { class: "state state-overdue" }, `Overdue since ${day(due)}`),
    standing.due_soon && el("span", { class: "state state-soon" }, `Due by ${day(due)}`),
  ].filter(Boolean);
}

/** @param {any} standing @returns {string} */
export function taken(standing) {
  const parts = [standing.tries_taken ? `${counted(standing.tries_taken, "try", "tries")} taken` : "Not tried yet"];
  if (standing.tries_left !== null) parts.push(`${standing.tries_left} left`);
  if (standing.best !== null) parts.push(`best score ${standing.best}`);
  if (standing.passed_at) parts.push(`passed on ${day(standing.passed_at)}`);
  return parts.join(" · ");
}

/**
 * The way into a try: on with the one that goes on, or a new one; null where there is none.
 * @param {any} one An assignment.
 * @param {any} standing
 * @param {Element} place Where a problem is told.
 */
export function tryButton(one, standing, place) {
  if (standing.open_session) return el("a", { class: "button primary", href: `/practice/${encodeURIComponent(standing.open_session)}`, "aria-label": `Go on: ${one.title}` }, "Go on");
  if (one.closed_at || !one.scenario.there || standing.tries_left === 0) return null;
  const again = standing.tries_taken > 0;
  const button = /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: standing.state === "passed" ? "" : "primary", "aria-label": `${again ? "Try again" : "Start a try"}: ${one.title}` }, again ? "Try again" : "Start a try"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    place.replaceChildren();
    try {
      const session = await request("POST", "/sessions", { body: { assignment: one.id } });
      location.assign(`/practice/${encodeURIComponent(session.id)}`);
    } catch (error) {
      if (!("title" in error)) throw error;
      place.replaceChildren(problemNotice(error));
      button.disabled = false;
    }
  });
  return button;
}
