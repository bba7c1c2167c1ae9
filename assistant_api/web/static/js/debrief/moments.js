/** The moments that moved the customer, numbered as on the curve; pointing at one sets off the other. */

import { el } from "../lib/dom.js";
import { ruleWords, size } from "../scorecard/ledger.js";

/** Less than a point of a hundred is not worth a word. */
const LEAST = 0.01;

const sizes = (moment) => ["anger", "satisfaction", "trust"].filter((on) => Math.abs(moment[on]) >= LEAST).map((on) => size({ on, by: moment[on] }));

function byRule(changes) {
  const rules = new Map();
  for (const change of changes.filter((each) => Math.abs(each.by) >= LEAST)) rules.set(change.rule, [...(rules.get(change.rule) ?? []), change]);
  return [...rules].map(([rule, own]) => el("li", { title: `Rule ${rule}` }, `${ruleWords(rule)}: ${own.map(size).join(", ")}`));
}

function row(moment, index, link) {
  const rules = byRule(moment.changes);
  return el(
    "li",
    { class: "numbered", id: `moment-${index + 1}`, "data-moment": index + 1, tabindex: "-1" },
    el("span", { class: "number", "aria-hidden": "true" }, index + 1),
    el("div", {},
      moment.words && el("p", {}, el("q", {}, moment.words), " ", el("a", { href: link(moment.turn), class: "turn-link" }, `turn ${moment.turn}`)),
      el("p", {}, moment.why, !moment.words && [" ", el("a", { href: link(moment.turn), class: "turn-link" }, `turn ${moment.turn}`)]),
      el("p", { class: "fine figure moment-sizes" }, sizes(moment).join(", ")),
      rules.length > 0 && el("details", { class: "fine" }, el("summary", {}, "By which rules"), el("ul", {}, rules))),
  );
}

/** @param {any[]} moments @param {(turn: number) => string} link @returns {HTMLElement} */
export function momentList(moments, link) {
  return el(
    "section",
    { class: "card", "aria-labelledby": "moments-title" },
    el("h2", { class: "card-title", id: "moments-title" }, "The moments that moved them"),
    moments.length
      ? el("ol", { class: "moment-list" }, moments.map((moment, index) => row(moment, index, link)))
      : el("p", { class: "empty" }, "Nothing you wrote moved the customer much either way."),
  );
}

/** Set off dot and line together, by the mouse as by the keyboard. @param {HTMLElement} place That holds both. */
export function tieMoments(place) {
  const light = (event) => {
    const number = event.target.closest?.("[data-moment]")?.dataset.moment;
    for (const each of place.querySelectorAll("[data-moment]")) each.classList.toggle("lit", each.dataset.moment === number);
  };
  for (const kind of ["pointerover", "focusin"]) place.addEventListener(kind, light);
  place.addEventListener("pointerleave", light);
}
