/** The numbers that a service desk lives by, and what was found out and promised. */

import { el } from "../lib/dom.js";
import { duration } from "../lib/when.js";

const turnLink = (turn) => (turn ? [" ", el("a", { href: `#turn-${turn}`, class: "turn-link" }, `turn ${turn}`)] : null);

function number(title, value) {
  return el("div", {}, el("dt", {}, title), el("dd", { class: "figure" }, value));
}

function cause({ found, text, turn, words }) {
  return el("div", {}, el("dt", {}, "Root cause"),
    el("dd", {}, found ? "You found it and told them." : "The customer never learned it.",
      el("p", { class: "fine" }, "What was behind it: ", text),
      found && words && el("p", { class: "fine" }, el("q", {}, words), turnLink(turn))));
}

function promised({ turn, words, who, when }) {
  const missing = [!who && "who", !when && "when"].filter(Boolean).join(" and ");
  return el("li", {}, el("q", {}, words), turnLink(turn),
    el("p", { class: "fine" }, [who && `Who: ${who}`, when && `When: ${when}`].filter(Boolean).join(" · "),
      missing && [(who || when) && " · ", el("span", { class: "left-open" }, `Not said: ${missing}`)]));
}

function list(title, items, empty) {
  return el("div", {}, el("dt", {}, title), el("dd", {}, items.length ? el("ul", {}, items) : el("p", { class: "fine" }, empty)));
}

/** @param {any} figures @returns {HTMLElement} */
export function figuresSection(figures) {
  return el(
    "section",
    { class: "card", "aria-labelledby": "figures-title" },
    el("h2", { class: "card-title", id: "figures-title" }, "In figures"),
    el("dl", { class: "figures-grid" },
      number("First response", duration(figures.first_response_seconds)), number("Whole time", duration(figures.seconds)),
      number("Replies", figures.replies), number("Words", figures.words), number("Hints taken", figures.hints)),
    el("dl", { class: "figures-list" },
      cause(figures.root_cause),
      list("Promises", figures.promises.map(promised), "You promised nothing."),
      figures.beyond_limits.length > 0 && list("Beyond what you may give", figures.beyond_limits.map(({ turn, words, remedy, limit }) =>
        el("li", {}, el("q", {}, words), turnLink(turn), el("p", { class: "fine" }, `${remedy}: ${limit}`)))),
      list("What they wanted", figures.wants.map(({ text, met }) =>
        el("li", { class: met ? "met" : "unmet" }, text, " ", el("span", { class: "want-state" }, met ? "met" : "not met"))), "Nothing in particular.")),
  );
}
