/** What the check says, live beside the text. */

import { request } from "../lib/api.js";
import { byId, counted, el } from "../lib/dom.js";
import { jumpTo, mark } from "./numbered.js";
import { showPreview } from "./preview.js";

const WAIT_MS = 450;
const FEW = 60;
let timer = 0;
let asked = null;

function row({ line, severity, message }) {
  return el(
    "li",
    { class: `remark remark-${severity}` },
    el(
      "button",
      { type: "button", class: "remark-button", onclick: () => jumpTo(line) },
      el("span", { class: "remark-line" }, `Line ${line}`),
      el("span", { class: "remark-kind" }, severity === "error" ? "Error" : "Advice"),
      el("span", { class: "remark-text" }, message),
    ),
  );
}

function sum({ errors, remarks }) {
  const advice = remarks.length - errors;
  if (remarks.length === 0) return "No errors, nothing to advise. Well done.";
  return `${errors ? counted(errors, "error") : "No errors"}, ${counted(advice, "piece")} of advice.`;
}

/** @param {{errors: number, remarks: any[], preview: any}} check */
export function showCheck(check) {
  // The same words again would only be read out again.
  if (byId("check-sum").textContent !== sum(check)) byId("check-sum").textContent = sum(check);
  byId("remarks").replaceChildren(...check.remarks.slice(0, FEW).map(row));
  if (check.remarks.length > FEW) byId("remarks").append(el("li", { class: "fine" }, `… and ${check.remarks.length - FEW} more`));
  mark(check.remarks);
  showPreview(check.preview);
}

/**
 * @param {string} id
 * @param {string} text
 * @returns {Promise<any>} The check.
 */
export const ask = (id, text, signal) => request("POST", "/scenario-drafts/check", { body: { id, text }, signal });

/**
 * Check the text once nobody has typed for a moment.
 * @param {string} id
 * @param {() => string} text
 */
export function checkSoon(id, text) {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      showCheck(await ask(id, text(), asked.signal));
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!("title" in error)) throw error;
      byId("check-sum").textContent = `Not checked: ${error.title}. ${error.detail}`;
    }
  }, WAIT_MS);
}
