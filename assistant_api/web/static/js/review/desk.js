/** What waits for one: open disputes of one's people, and comments that mention one. */

import { get } from "../lib/api.js";
import { counted, el } from "../lib/dom.js";
import { when } from "../lib/when.js";

const FIRST = 5;

/** @param {string} session @param {number | null} turn */
const place = (session, turn, sentence) =>
  `/review/${encodeURIComponent(session)}${turn ? `#turn-${turn}${Number.isInteger(sentence) ? `-s${sentence + 1}` : ""}` : "#dispute"}`;

function disputeRow(one) {
  return el("li", {},
    el("a", { href: place(one.session, null) }, `${one.person.name}: ${one.title}`),
    el("p", {}, el("q", {}, one.reason)),
    el("p", { class: "fine" }, `${one.turn ? `About turn ${one.turn}, ` : ""}${when(one.opened_at)}`));
}

function mentionRow({ session, title, comment }) {
  return el("li", {},
    el("a", { href: place(session, comment.turn, comment.sentence) }, `${comment.author.name} mentions you: ${title}`),
    el("p", {}, el("q", {}, comment.text)),
    el("p", { class: "fine" }, `Turn ${comment.turn}, ${when(comment.created_at)}`));
}

function card(id, title, rows) {
  return el("section", { class: "card desk-card", "aria-labelledby": id },
    el("h2", { class: "card-title", id }, title),
    el("ul", { class: "desk-list" }, rows.slice(0, FIRST)),
    rows.length > FIRST && el("details", {}, el("summary", {}, `${rows.length - FIRST} more`), el("ul", { class: "desk-list" }, rows.slice(FIRST))));
}

/** @param {HTMLElement} node Filled where something waits; left empty where it cannot be told, for the list says why. */
export async function showDesk(node) {
  const { disputes, mentions } = await get("/review/desk").catch(() => ({ disputes: [], mentions: [] }));
  node.replaceChildren(...[
    disputes.length > 0 && card("desk-disputes", `${counted(disputes.length, "dispute")} to answer`, disputes.map(disputeRow)),
    mentions.length > 0 && card("desk-mentions", "Mentions of you", mentions.map(mentionRow)),
  ].filter(Boolean));
}
