/** The score beside a transcript: the machine's and, where a trainer overruled something, what it comes to now. */

import { el } from "../lib/dom.js";
import { scoreFigure, scorecard } from "../scorecard/scorecard.js";
import { heldSection } from "./held.js";
import { editPoints } from "./overrule.js";

/** @typedef {import("./notes.js").Notes} Notes */

/** @param {any} session @param {number} turn @param {{start: number}} [words] @returns {string} The sentence's own address, where one is known. */
function place(session, turn, words) {
  const sentences = session.turns.find((each) => each.number === turn)?.agent.sentences ?? [];
  const index = words ? sentences.findIndex((sentence) => sentence.start === words.start) : -1;
  return index < 0 ? `#turn-${turn}` : `#turn-${turn}-s${index + 1}`;
}

/** What stands under a line of the account. */
function note(notes, row, machine) {
  const one = notes.session.overrules.find((each) => each.kind === "point" && each.rule === row.rule);
  const before = machine.points.filter((each) => each.rule === row.rule).reduce((sum, each) => sum + each.points, 0);
  return [
    one && notes.correction(one, [el("span", { class: "visually-hidden" }, "The machine gave: "), el("s", {}, Math.round(before * 10) / 10), ` ${one.points} points`]),
    notes.session.may.overrule && el("p", { class: "note-actions" },
      el("button", { type: "button", class: "small quiet", onclick: () => editPoints(notes, row) }, "Overrule", el("span", { class: "visually-hidden" }, ` the points of ${row.rule}`))),
  ];
}

function both(machine, corrected) {
  return el("p", { class: "score-both" },
    el("s", {}, el("span", { class: "visually-hidden" }, "The machine's score: "), machine.score), " ",
    el("strong", {}, el("span", { class: "visually-hidden" }, "The trainer's: "), corrected.score),
    el("span", { class: "fine" }, " of 100, as the trainer corrects it"));
}

/** @param {any} session @param {Notes} notes @returns {HTMLElement | null} */
export function scoreSection(session, notes) {
  if (session.held_back) return heldSection(session);
  const { scorecard: machine, corrected } = session;
  if (!machine) return null;
  const card = corrected ?? machine;
  const section = scorecard(card, (turn, words) => place(session, turn, words), (row) => note(notes, row, machine));
  section.id = "score";
  section.tabIndex = -1;
  section.classList.add("jump-target");
  if (corrected) section.querySelector(".score-head").replaceChildren(both(machine, corrected));
  else section.querySelector(".score-head .score-figure").replaceWith(scoreFigure(card.score));
  return section;
}
