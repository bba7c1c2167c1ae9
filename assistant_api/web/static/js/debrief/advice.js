/** What to do differently, each with better words for that very turn, and what went well. */

import { el } from "../lib/dom.js";
import { unitsOf } from "../lib/offsets.js";
import { rewindButton } from "../lib/rewind.js";

/** The agent's message with the words in question marked; where something was missing, its place. */
function marked(text, { start, end }) {
  const unit = unitsOf(text);
  const [from, to] = [unit(start), unit(end)];
  const words = from < to ? el("mark", { class: "in-question" }, text.slice(from, to)) : el("span", { class: "missing-here", role: "img", "aria-label": "something is missing here" }, "…");
  return el("p", {}, text.slice(0, from), words, text.slice(to));
}

function adviceItem(advice, session, asked) {
  const turn = session.turns.find((each) => each.number === advice.turn);
  const line = (who, kind, ...what) => el("div", { class: `exchange exchange-${kind}` }, el("p", { class: "speaker" }, who), ...what);
  return el(
    "li",
    { class: "advice" },
    el("h3", {}, advice.what, " ", el("a", { href: `#turn-${advice.turn}`, class: "turn-link" }, `turn ${advice.turn}`)),
    el("p", {}, advice.why),
    line("Customer", "customer", ...asked[advice.turn - 1].split("\n").map((said) => el("p", {}, said))),
    line("You said", "said", marked(turn.agent.text, advice)),
    line("Better", "better", el("p", {}, advice.instead)),
    rewindButton(session.id, advice.turn),
  );
}

/**
 * @param {any[]} differently
 * @param {any} session
 * @param {string[]} asked What the customer had said before each turn.
 * @returns {HTMLElement}
 */
export function differentlySection(differently, session, asked) {
  return el(
    "section",
    { class: "card", "aria-labelledby": "differently-title" },
    el("h2", { class: "card-title", id: "differently-title" }, differently.length === 1 ? "One thing to do differently" : "What to do differently"),
    differently.length
      ? el("ol", { class: "advice-list" }, differently.map((advice) => adviceItem(advice, session, asked)))
      : el("p", { class: "empty" }, session.turns.length ? "Nothing that matters. Take a harder level next time." : "You had not said anything yet."),
  );
}

/** @param {any[]} wentWell @returns {HTMLElement} */
export function wentWellSection(wentWell) {
  return el(
    "section",
    { class: "card", "aria-labelledby": "well-title" },
    el("h2", { class: "card-title", id: "well-title" }, "What went well"),
    wentWell.length
      ? el("ul", { class: "well-list" }, wentWell.map(({ turn, words, why }) =>
          el("li", {}, el("p", {}, el("q", {}, words), " ", el("a", { href: `#turn-${turn}`, class: "turn-link" }, `turn ${turn}`)), el("p", { class: "fine" }, why))))
      : el("p", { class: "empty" }, "Nothing stood out this time. Begin with one thing to do differently, and take that turn again."),
  );
}
