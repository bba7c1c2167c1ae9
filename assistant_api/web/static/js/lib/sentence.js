/** A sentence of the agent with its moves; opened, it says how sure the recogniser is and which words weighed most. */

import { el } from "./dom.js";
import { chip, chips, move, percent } from "./moves.js";
import { setOff, weighedLine, weighedWords } from "./weighed.js";

/**
 * @typedef {object} Sentence
 * @property {string} text
 * @property {string[]} labels
 * @property {string[]} unsure
 * @property {Record<string, number>} confidence
 * @property {Sentence} [machine] As the recogniser saw it, where a trainer overruled that.
 * @property {Record<string, string>} [raised] Labels that words alone gave, with the rule that knows the words.
 */

/** More doubts than these would help nobody. */
const MOST_UNSURE = 2;
const MOST_NEAR = 3;
const NEAR = 0.1;

/** The strongest kind among a sentence's labels; it decides how the sentence is marked. */
function kindOf(sentence) {
  const kinds = sentence.labels.map((label) => move(label).kind);
  return ["mistake", "step", "support"].find((kind) => kinds.includes(kind)) ?? "none";
}

function markClasses(sentence) {
  const kind = kindOf(sentence);
  const first = sentence.labels.find((label) => move(label).kind === kind);
  return [`mark-${kind}`, first && `move-${first}`, sentence.unsure.length && "mark-unsure"].filter(Boolean).join(" ");
}

/** A line of the list; those with a label to explain are filled in once they are seen. */
function line(label, explained, ...said) {
  return el("li", { "data-explained": explained && label }, said, explained && el("p", { class: "weighed-line" }));
}

function moveLine(sentence, label, state, explained) {
  return line(label, explained, chip(label), ` ${state}, confidence `,
    el("span", { class: "figure" }, percent(sentence.confidence[label] ?? 0)),
    el("span", { class: "fine" }, ` The sentence ${move(label).meaning}`));
}

/** A mistake that words raise beyond doubt: the recogniser did not see it, so its doubt would only confuse. */
function raisedLine(sentence, label) {
  return line(label, false, chip(label), " by its words, rule ", el("code", {}, sentence.raised[label]), ".",
    el("span", { class: "fine" }, ` The sentence ${move(label).meaning}`));
}

/** The moves given, those that stay unsure, and the next most likely ones. */
function confidenceList(sentence) {
  const sure = (label) => sentence.confidence[label] ?? 0;
  const likeliest = (labels) => labels.sort((a, b) => sure(b) - sure(a));
  const unsure = likeliest([...sentence.unsure]).slice(0, MOST_UNSURE);
  const told = new Set([...sentence.labels, ...sentence.unsure]);
  const near = likeliest(Object.keys(sentence.confidence).filter((label) => !told.has(label) && sure(label) >= NEAR));
  return el(
    "ul",
    { class: "confidence" },
    sentence.labels.map((label) => (sentence.raised?.[label] ? raisedLine(sentence, label) : moveLine(sentence, label, "recognised", true))),
    unsure.map((label) => line(label, true, `Unsure: perhaps ${move(label).noun} (${percent(sure(label))}). Not counted.`)),
    near.slice(0, MOST_NEAR).map((label) => moveLine(sentence, label, "not given", false)),
    !told.size && !near.length && el("li", {}, "No label comes near. That is a good answer for many sentences."),
  );
}

/** One move after the other, so that a sentence with many does not take all of the server's time. */
async function explain(sentence, customer, list, words) {
  const all = [];
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-explained]"))) {
    const found = await weighedWords(sentence.text, customer, row.dataset.explained);
    row.querySelector(".weighed-line").textContent = weighedLine(found);
    all.push(...found);
  }
  words.replaceChildren(...setOff(sentence.text, all));
}

/**
 * @param {Sentence} sentence
 * @param {string} customer What the customer had said before; may be empty.
 * @param {...import("./dom.js").Child} more What else its details hold.
 * @returns {HTMLElement} An item of a list.
 */
export function sentenceItem(sentence, customer, ...more) {
  const words = el("mark", { class: markClasses(sentence) }, sentence.text);
  const list = confidenceList(sentence.machine ?? sentence);
  const opened = (event) => event.target.open && explain(sentence, customer, list, words);
  return el(
    "li",
    { class: "marked-sentence", "data-labels": sentence.labels.join(" ") },
    el("details", { ontoggle: opened },
      el("summary", {}, words, " ", chips(sentence.labels),
        sentence.unsure.length > 0 && [" ", el("span", { class: "chip chip-unsure" }, "Unsure")]),
      list, more),
  );
}
