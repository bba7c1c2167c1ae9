/** The conversation with every sentence's moves marked and the mood beside each turn. */

import { el } from "../lib/dom.js";
import { moodShift, moodTag } from "../lib/mood.js";
import { chips, confidenceList, move } from "../lib/moves.js";
import { inUnits } from "../lib/offsets.js";
import { bySentence } from "../scorecard/ledger.js";
import { momentRow } from "../scorecard/moments.js";

/** The strongest kind among a sentence's labels; it decides how the sentence is marked. */
function kindOf(sentence) {
  const kinds = sentence.labels.map((label) => move(label).kind);
  return ["mistake", "step", "support"].find((kind) => kinds.includes(kind)) ?? "none";
}

function sentenceRow(sentence) {
  const first = sentence.labels.find((label) => move(label).kind === kindOf(sentence));
  return el(
    "li",
    { class: "marked-sentence", "data-labels": sentence.labels.join(" ") },
    el("details", {},
      el("summary", {},
        el("mark", { class: `mark-${kindOf(sentence)} ${first ? `move-${first}` : ""}` }, sentence.text), " ", chips(sentence.labels)),
      confidenceList(sentence)),
  );
}

/** Words between the recognised sentences, should there be any, so that nothing written is left out. */
function sentenceRows(agent) {
  const rows = [];
  let at = 0;
  const gap = (until) => {
    const text = agent.text.slice(at, until).trim();
    if (text) rows.push(el("li", { class: "unmarked" }, text));
  };
  for (const sentence of inUnits(agent.text, agent.sentences)) {
    gap(sentence.start);
    rows.push(sentenceRow(sentence));
    at = sentence.end;
  }
  gap(agent.text.length);
  return rows;
}

function customerLines(lines, tag) {
  return el("div", { class: "speech speech-customer" },
    el("p", { class: "speaker" }, "Customer"), lines.map((line) => el("p", {}, line)), el("p", { class: "fine" }, tag));
}

function turnItem(turn, moodBefore) {
  return el(
    "li",
    { class: "turn", id: `turn-${turn.number}`, tabindex: "-1" },
    el("h3", { class: "turn-title" }, el("a", { href: `#turn-${turn.number}` }, `Turn ${turn.number}`)),
    el("div", { class: "speech speech-agent" },
      el("p", { class: "speaker" }, "Agent"),
      turn.status === "waiting" ? el("p", {}, turn.agent.text) : el("ul", { class: "sentences" }, sentenceRows(turn.agent))),
    turn.status === "waiting" && el("p", { class: "fine" }, "The customer has not answered this one."),
    turn.customer.length > 0 && customerLines(turn.customer, moodTag(turn.mood, moodShift(moodBefore, turn.mood))),
    turn.changes.length > 0 &&
      el("details", { class: "ledger" },
        el("summary", {}, "What moved the customer here"),
        el("ul", { class: "moments" }, bySentence(turn.changes).map((moment) => momentRow(moment)))),
  );
}

/** @param {any} session @returns {HTMLElement} */
export function transcript(session) {
  let mood = session.opening_mood;
  const turns = session.turns.map((turn) => {
    const item = turnItem(turn, mood);
    mood = turn.mood ?? mood;
    return item;
  });
  return el("section", { class: "transcript", "aria-labelledby": "transcript-title" },
    el("h2", { id: "transcript-title" }, "What was said"),
    el("p", { class: "fine" }, "Open a sentence to see how sure the recogniser is of each label."),
    customerLines(session.opening, moodTag(session.opening_mood)),
    el("ol", { class: "turns" }, turns),
    session.closing.length > 0 && customerLines(session.closing, moodTag(session.mood)));
}
