/** Telling a person what went wrong, in the place where it did. */

import { counted, el } from "./dom.js";

/**
 * @param {{title: string, detail: string, errors?: {field: string, expected: string}[]}} problem
 * @param {{retry?: () => void, retryText?: string, note?: string}} [options]
 * @returns {HTMLElement}
 */
export function problemNotice(problem, { retry, retryText = "Try again now", note } = {}) {
  return el(
    "div",
    { class: "notice notice-problem", role: "alert" },
    el("p", { class: "notice-title" }, problem.title),
    // With errors at fields the detail is those once more.
    !problem.errors?.length && problem.detail && el("p", {}, problem.detail),
    problem.errors?.length > 0 &&
      el("ul", {}, problem.errors.map((error) => el("li", {}, el("strong", {}, error.field), `: expected ${error.expected}`))),
    note && el("p", { class: "fine" }, note),
    retry && el("button", { type: "button", onclick: retry }, retryText),
  );
}

/**
 * Load something into a place, showing the problem there and trying again by itself while the server is away.
 * @param {Element} place Where a problem is shown.
 * @param {() => Promise<void>} load
 * @param {import("./backoff.js").Retrier} retrier Made by the caller with an attempt that calls this again.
 */
export async function loadInto(place, load, retrier) {
  try {
    await load();
    retrier.settle();
    place.replaceChildren();
  } catch (error) {
    if (!("title" in error)) throw error;
    const waits = Boolean(error.transient);
    place.replaceChildren(
      problemNotice(error, {
        // Asking again for what is not there would change nothing.
        retry: waits ? () => retrier.now() : undefined,
        note: waits ? `Trying again by itself${retrier.failures ? ` (${counted(retrier.failures, "try", "tries")} so far)` : ""}.` : undefined,
      }),
    );
    if (waits) retrier.later();
  }
}
