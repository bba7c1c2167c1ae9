/** A dispute: opened once by the agent, answered by a trainer, and read by both. */

import { el } from "../lib/dom.js";
import { when } from "../lib/when.js";
import { send } from "./asking.js";

/** @typedef {import("./notes.js").Notes} Notes */

const UPHELD = { changed: "The score is changed", stands: "The score stands" };

function told(one) {
  return [
    el("p", {}, el("strong", {}, one.person.name), " sees it differently",
      one.turn && [", ", el("a", { href: `#turn-${one.turn}` }, `turn ${one.turn}`)], ":"),
    el("p", {}, el("q", {}, one.reason)),
    el("p", { class: "fine" }, when(one.opened_at)),
    one.upheld
      ? [el("p", {}, el("strong", {}, `${UPHELD[one.upheld]}.`), " ", el("q", {}, one.answer)),
        el("p", { class: "fine" }, `${one.answered_by?.name ?? ""}, ${when(one.answered_at)}`)]
      : el("p", { class: "outcome dispute-open" }, "Waiting for an answer"),
  ];
}

function textField(id, label) {
  const box = /** @type {HTMLTextAreaElement} */ (el("textarea", { id, rows: 3, maxlength: 2000, required: true }));
  return { box, field: el("div", { class: "field" }, el("label", { for: id }, label), box) };
}

function answerForm(notes, one) {
  const { box, field } = textField("dispute-answer", "Your answer");
  const problem = el("div", {});
  const choice = (upheld, text) => el("label", { class: "label-choice" }, el("input", { type: "radio", name: "upheld", value: upheld, required: true }), ` ${text}`);
  const form = /** @type {HTMLFormElement} */ (el("form", { class: "dispute-form", onsubmit: async (event) => {
    event.preventDefault();
    const body = { upheld: String(new FormData(form).get("upheld")), text: box.value };
    const session = await send(problem, "POST", `/review/disputes/${encodeURIComponent(one.id)}/answer`, body);
    if (session) notes.show(session, "dispute");
  } },
  el("fieldset", { class: "label-group" }, el("legend", {}, "How does it end?"), choice("changed", "I have changed the score"), choice("stands", "The score stands")),
  field, problem, el("p", {}, el("button", { class: "primary" }, "Answer"))));
  return form;
}

function openForm(notes) {
  const { session } = notes;
  const { box, field } = textField("dispute-reason", "What do you see differently, and why?");
  const turn = /** @type {HTMLSelectElement} */ (el("select", { id: "dispute-turn" }, el("option", { value: "" }, "The whole session"),
    session.turns.map((each) => el("option", { value: each.number }, `Turn ${each.number}`))));
  const problem = el("div", {});
  return el("details", {}, el("summary", {}, "I see it differently"),
    el("form", { class: "dispute-form", onsubmit: async (event) => {
      event.preventDefault();
      const body = { turn: turn.value ? Number(turn.value) : null, reason: box.value };
      const now = await send(problem, "POST", `/review/sessions/${encodeURIComponent(session.id)}/dispute`, body);
      if (now) notes.show(now, "dispute");
    } },
    el("p", { class: "fine" }, "You can do this once for each session. A trainer reads it and answers."),
    el("div", { class: "field" }, el("label", { for: "dispute-turn" }, "What is it about?"), turn),
    field, problem, el("p", {}, el("button", { class: "primary" }, "Send it to a trainer"))));
}

/** @param {any} session @param {Notes} notes @returns {HTMLElement | null} */
export function disputeSection(session, notes) {
  const { dispute, may } = session;
  if (!dispute && !may.dispute) return null;
  return el("section", { class: "card jump-target", id: "dispute", tabindex: "-1", "aria-labelledby": "dispute-title" },
    el("h2", { class: "card-title", id: "dispute-title" }, "Dispute"),
    dispute ? told(dispute) : openForm(notes),
    may.answer && answerForm(notes, dispute));
}
