/** The agent's card: what an agent would know of the case, and may offer. */

import { el } from "../lib/dom.js";
import { channelName } from "../lib/names.js";

function entry(title, content, kind = "") {
  if (!content || content.length === 0) return null;
  const shown = Array.isArray(content) ? el("ul", {}, content.map((line) => el("li", {}, line))) : content;
  return el("div", { class: kind }, el("dt", {}, title), el("dd", {}, shown));
}

/** Opening hours and promised answer times, where the case tells them. */
function serviceLines(service) {
  return service ? [service.hours, service.promised, service.today && `Today: ${service.today}`].filter(Boolean) : [];
}

/**
 * @typedef {object} Briefed
 * @property {string} channel
 * @property {{customer: string, company: string, order: string[], history: string[], may_offer: string[]}} brief
 * @property {{hours?: string, promised?: string, today?: string} | null} [service]
 * @property {string | null} [goal]
 */

/** @param {Briefed} scenario @returns {HTMLElement} */
export function briefCard({ channel, brief, service, goal }) {
  return el(
    "dl",
    { class: "brief-list" },
    entry("Customer", brief.customer),
    entry("You speak for", `${brief.company} (${channelName(channel).toLowerCase()})`),
    entry("Order", brief.order),
    entry("You may offer", brief.may_offer, "brief-offers"),
    entry("History", brief.history),
    entry("Our service", serviceLines(service)),
    entry("What it teaches", goal),
  );
}
