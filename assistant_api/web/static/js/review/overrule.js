/** Overruling: a sentence's labels, or a line of the scorecard, with a reason; and withdrawing that. */

import { byId, el } from "../lib/dom.js";
import { chip, moves } from "../lib/moves.js";
import { send } from "./asking.js";

const KINDS = { step: "The five steps", support: "Moves that support", mistake: "Mistakes" };

/** @typedef {import("./notes.js").Notes} Notes */

const ofSession = (notes, kind) => `/review/sessions/${encodeURIComponent(notes.session.id)}/${kind}`;

/**
 * Ask in a window for something and a reason.
 * @param {Notes} notes
 * @param {string} title
 * @param {import("../lib/dom.js").Child[]} fields
 * @param {(reason: string) => {path: string, body: any}} ask
 * @param {string} aim Has the focus afterwards.
 */
function askFor(notes, title, fields, ask, aim) {
  const dialog = byId("overrule-dialog");
  const problem = el("div", {});
  const reason = /** @type {HTMLTextAreaElement} */ (el("textarea", { id: "overrule-reason", rows: 3, maxlength: 2000, required: true }));
  const form = el("form", { onsubmit: async (event) => {
    event.preventDefault();
    const { path, body } = ask(reason.value);
    const session = await send(problem, "POST", path, body);
    if (!session) return;
    dialog.close();
    notes.show(session, aim);
  } },
  fields,
  el("div", { class: "field" }, el("label", { for: "overrule-reason" }, "Why?"), reason,
    el("p", { class: "fine" }, "The agent reads this. The machine's view stays beside yours.")),
  problem,
  el("p", { class: "button-row" }, el("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, "Leave it"), el("button", { class: "primary" }, "Overrule")));
  dialog.setAttribute("aria-labelledby", "overrule-title");
  dialog.replaceChildren(el("h2", { id: "overrule-title" }, title), form);
  dialog.showModal();
}

/** @param {Notes} notes @param {number} turn @param {number} place @param {string[]} labels Those that it has now. */
export function editLabels(notes, turn, place, labels) {
  const box = ({ label }) => el("label", { class: "label-choice" }, el("input", { type: "checkbox", name: "label", value: label, checked: labels.includes(label) }), " ", chip(label));
  const groups = Object.entries(KINDS).map(([kind, title]) =>
    el("fieldset", { class: "label-group" }, el("legend", {}, title), moves().filter((each) => each.kind === kind).map(box)));
  const text = notes.session.turns.find((each) => each.number === turn).agent.sentences[place].text;
  askFor(notes, "What does this sentence do?", [el("p", {}, el("q", {}, text)), groups], (reason) => ({
    path: ofSession(notes, "labels"),
    body: { turn, sentence: place, reason, labels: [...byId("overrule-dialog").querySelectorAll("[name=label]:checked")].map((input) => input.value) },
  }), `turn-${turn}`);
}

/** @param {Notes} notes @param {{rule: string, points: number, reason: string}} row A line of the scorecard. */
export function editPoints(notes, row) {
  const input = /** @type {HTMLInputElement} */ (el("input", { id: "overrule-points", type: "number", min: -100, max: 100, step: 1, required: true, value: Math.round(row.points) }));
  askFor(notes, "How many points is this worth?", [el("p", {}, row.reason), el("div", { class: "field" }, el("label", { for: "overrule-points" }, "Points"), input)], (reason) => ({
    path: ofSession(notes, "points"),
    body: { rule: row.rule, points: Number(input.value), reason },
  }), "score");
}

/** @param {Notes} notes @param {any} one Something overruled. @returns {HTMLElement} */
export function withdrawButton(notes, one) {
  const problem = el("span", {});
  const button = el("button", { type: "button", class: "small quiet", onclick: async () => {
    const session = await send(problem, "DELETE", `/review/overrules/${encodeURIComponent(one.id)}`);
    if (session) notes.show(session, one.turn ? `turn-${one.turn}` : "score");
  } }, "Withdraw");
  return el("span", {}, button, problem);
}
