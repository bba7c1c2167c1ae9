/** The agent's card: what an agent would know of the case, and may offer. */

import { el } from "../lib/dom.js";

const CHANNELS = { chat: "Chat", email: "E-mail", social: "Social media", form: "Web form", phone: "Phone" };

/** @param {string} id @returns {string} */
export const channelName = (id) => CHANNELS[id] ?? id;

function entry(title, content, kind = "") {
  if (!content || content.length === 0) return null;
  const shown = Array.isArray(content) ? el("ul", {}, content.map((line) => el("li", {}, line))) : content;
  return el("div", { class: kind }, el("dt", {}, title), el("dd", {}, shown));
}

/**
 * @param {{channel: string, brief: {customer: string, company: string, order: string[], history: string[], may_offer: string[]}}} scenario
 * @returns {HTMLElement}
 */
export function briefCard({ channel, brief }) {
  return el(
    "dl",
    { class: "brief-list" },
    entry("Customer", brief.customer),
    entry("You speak for", `${brief.company} (${channelName(channel).toLowerCase()})`),
    entry("Order", brief.order),
    entry("You may offer", brief.may_offer, "brief-offers"),
    entry("History", brief.history),
  );
}
