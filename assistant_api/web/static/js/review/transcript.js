/** The conversation with every sentence's moves marked and the mood beside each turn. */

import { el } from "../lib/dom.js";
import { moodShift, moodTag } from "../lib/mood.js";
import { inUnits } from "../lib/offsets.js";
import { sentenceItem } from "../lib/sentence.js";
import { askedBefore } from "../lib/turns.js";
import { bySentence } from "../scorecard/ledger.js";
import { momentRow } from "../scorecard/moments.js";

/** Words between the recognised sentences, should there be any, so that nothing written is left out. */
function sentenceRows({ number, agent }, asked, notes) {
  const rows = [];
  let at = 0;
  const gap = (until) => {
    const text = agent.text.slice(at, until).trim();
    if (text) rows.push(el("li", { class: "unmarked" }, text));
  };
  for (const [place, sentence] of inUnits(agent.text, agent.sentences).entries()) {
    gap(sentence.start);
    const labels = notes?.labels(number, place);
    const row = sentenceItem(labels ? { ...sentence, labels, unsure: [], machine: sentence } : sentence, asked);
    row.id = `turn-${number}-s${place + 1}`;
    if (notes) row.append(notes.ofSentence(number, place, sentence));
    rows.push(row);
    at = sentence.end;
  }
  gap(agent.text.length);
  return rows;
}

function customerLines(lines, tag) {
  return el("div", { class: "speech speech-customer" },
    el("p", { class: "speaker" }, "Customer"), lines.map((line) => el("p", {}, line)), el("p", { class: "fine" }, tag));
}

function turnItem(turn, moodBefore, asked, act, notes) {
  return el(
    "li",
    { class: "turn", id: `turn-${turn.number}`, tabindex: "-1" },
    el("h3", { class: "turn-title" }, el("a", { href: `#turn-${turn.number}` }, `Turn ${turn.number}`)),
    el("div", { class: "speech speech-agent" },
      el("p", { class: "speaker" }, "Agent"),
      turn.status === "waiting" ? el("p", {}, turn.agent.text) : el("ul", { class: "sentences" }, sentenceRows(turn, asked, notes))),
    turn.status === "waiting" && el("p", { class: "fine" }, "The customer has not answered this one."),
    turn.customer.length > 0 && customerLines(turn.customer, turn.mood && moodTag(turn.mood, moodShift(moodBefore, turn.mood))),
    turn.changes.length > 0 &&
      el("details", { class: "ledger" },
        el("summary", {}, "What moved the customer here"),
        el("ul", { class: "moments" }, bySentence(turn.changes).map(momentRow))),
    turn.status === "answered" && act(turn.number),
    notes?.ofTurn(turn.number),
  );
}

/**
 * @param {any} session
 * @param {(turn: number) => import("../lib/dom.js").Child} act What can be done with an answered turn.
 * @param {import("./notes.js").Notes} [notes] What was said about turns and sentences, which are shown with it.
 * @returns {HTMLElement}
 */
export function transcript(session, act, notes) {
  const asked = askedBefore(session);
  let mood = session.opening_mood;
  const turns = session.turns.map((turn, index) => {
    const item = turnItem(turn, mood, asked[index], act, notes);
    mood = turn.mood ?? mood;
    return item;
  });
  return el("section", { class: "transcript", "aria-labelledby": "transcript-title" },
    el("h2", { id: "transcript-title" }, "What was said"),
    el("p", { class: "fine no-print" }, "Open a sentence to see how sure the recogniser is of each label, and which words weighed most."),
    session.opening.length > 0 && customerLines(session.opening, session.opening_mood && moodTag(session.opening_mood)),
    el("ol", { class: "turns" }, turns),
    session.closing.length > 0 && customerLines(session.closing, session.mood && moodTag(session.mood)));
}
