/** The scorecard: every point with the words behind it. */

import { counted, el } from "../lib/dom.js";
import { move, steps } from "../lib/moves.js";

/** @typedef {(turn: number, words?: {start: number}) => string} TurnLink The address of an agent's turn, or of words in it. */

/** @param {number} value @returns {string} With a sign, and at most one decimal. */
function points(value) {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `−${Math.abs(rounded)}` : `+${rounded}`;
}

/** @param {string} rule A rubric's rule. @returns {string} Easier on the eye. */
const readable = (rule) => rule.replaceAll("_", " ").replaceAll(".", ": ");

function quote(evidence, link) {
  return el(
    "li",
    {},
    el("q", {}, evidence.text),
    " ",
    el("a", { href: link(evidence.turn, evidence), class: "turn-link" }, `turn ${evidence.turn}`),
  );
}

function stepRow(step, result, link) {
  return el(
    "li",
    { class: `score-step move-${step.label} ${result.done ? "done" : ""}` },
    el("span", { class: `lamp ${result.done ? "lit" : ""}`, "aria-hidden": "true" }, step.title[0]),
    el(
      "div",
      {},
      el("h4", {}, step.title, " ", el("span", { class: "score-state" }, result.done ? "done" : "missing")),
      result.evidence.length
        ? el("ul", { class: "evidence" }, result.evidence.map((each) => quote(each, link)))
        : el("p", { class: "fine" }, `No sentence of yours ${step.meaning}`),
    ),
    el("span", { class: "score-points" }, `${Math.round(result.points * 10) / 10} of ${result.of}`),
  );
}

/** A quality counts beside the steps: order, ownership, the next step and the like. */
function qualityRow(quality, link) {
  return el(
    "li",
    { class: "score-quality" },
    el("div", {}, el("h4", {}, quality.title),
      quality.evidence.length > 0 && el("ul", { class: "evidence" }, quality.evidence.map((each) => quote(each, link)))),
    el("span", { class: "score-points" }, `${Math.round(quality.points * 10) / 10} of ${quality.of}`),
  );
}

function mistakeRow(mistake, link) {
  return el(
    "li",
    { class: "score-mistake" },
    el("span", { class: `chip chip-mistake move-${mistake.label}` }, mistake.title),
    el("div", {}, el("q", {}, mistake.text), " ", el("a", { href: link(mistake.turn, mistake), class: "turn-link" }, `turn ${mistake.turn}`),
      el("p", { class: "fine" }, `The sentence ${move(mistake.label).meaning}`)),
    el("span", { class: "score-points" }, points(mistake.points)),
  );
}

/**
 * @param {{rule: string, points: number, reason: string}[]} rows
 * @param {{id: string, version: string | number, formula: string}} rubric
 * @param {(row: {rule: string, points: number}) => import("../lib/dom.js").Child} [note] What else is to be said of a row.
 * @returns {HTMLElement} How the number came about, folded away.
 */
export function pointsTable(rows, rubric, note = () => null) {
  return el(
    "details",
    { class: "points" },
    el("summary", {}, "How this score is made"),
    el(
      "div",
      { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Points" },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Points"), el("th", { scope: "col" }, "Reason"), el("th", { scope: "col" }, "Rule"))),
        el("tbody", {}, rows.map((row) =>
          el("tr", {}, el("td", { class: "figure" }, points(row.points)), el("td", {}, row.reason, note(row)), el("td", { class: "rule" }, readable(row.rule))))),
      ),
    ),
    el("details", {}, el("summary", {}, "The rules in words"), el("p", { class: "formula" }, paragraphs(rubric.formula))),
    el("p", { class: "fine" }, `Rubric ${rubric.id}, version ${rubric.version}.`),
  );
}

/** Its lines are broken as in the file that it was written in; only a line that ends a sentence ends a paragraph. */
const paragraphs = (formula) => formula.replace(/([^.\n])\n(?=\S)/g, "$1 ");

/** @param {number} score @returns {HTMLElement} */
export function scoreFigure(score) {
  return el("p", { class: "score-figure" }, el("strong", {}, score), el("span", {}, "out of 100"));
}

/**
 * @param {any} card The API's scorecard.
 * @param {TurnLink} link
 * @param {(row: {rule: string, points: number}) => import("../lib/dom.js").Child} [note] As in `pointsTable`.
 * @returns {HTMLElement}
 */
export function scorecard(card, link, note) {
  const done = steps().filter((step) => card.steps[step.label]?.done).length;
  return el(
    "section",
    { class: "card scorecard", "aria-labelledby": "scorecard-title" },
    el("h2", { class: "card-title", id: "scorecard-title" }, "Scorecard"),
    el("div", { class: "score-head" }, scoreFigure(card.score),
      el("p", {}, `${done} of 5 steps, ${card.mistakes.length ? counted(card.mistakes.length, "mistake") : "no mistakes"}.`)),
    el("div", { class: "score-columns" },
      el("div", {},
        el("h3", { class: "score-subtitle" }, "The five steps"),
        el("ol", { class: "score-steps" }, steps().map((step) => stepRow(step, card.steps[step.label], link)))),
      el("div", {},
        el("h3", { class: "score-subtitle" }, "How it was done"),
        el("ul", { class: "score-qualities" }, Object.values(card.qualities).map((quality) => qualityRow(quality, link))),
        card.mistakes.length > 0 && [
          el("h3", { class: "score-subtitle" }, "Mistakes"),
          el("ul", { class: "score-mistakes" }, card.mistakes.map((mistake) => mistakeRow(mistake, link))),
        ])),
    pointsTable(card.points, card.rubric, note),
  );
}
