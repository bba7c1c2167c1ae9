/** All that the check says, put into its places; and what stands there while there is nothing to say. */

import { byId, el } from "../lib/dom.js";
import { showNoAdvice } from "./advicelist.js";
import { unjudged } from "./language.js";
import { showReaction } from "./reaction.js";
import { showNoScore, showScore } from "./score.js";
import { showSentences } from "./sentencelist.js";
import { showNoTone, showTone } from "./tone.js";

/**
 * All but the advice, which also changes without a new report.
 * @param {any} report Offsets in UTF-16 units.
 * @param {(span: {start: number, end: number}) => void} select
 */
export function showReport(report, select) {
  showScore(report);
  showReaction(report.reaction);
  showTone(report, select);
}

/** Only the language is told; what stood there for an earlier draft is taken away. */
export function showUnjudged(language) {
  showNothing("Not judged.", false, "Not judged");
  showNoAdvice(el("p", { class: "notice notice-plain" }, unjudged(language)));
}

/** The page before the first check. */
export function showNoReport() {
  showNothing("Write a few words and the check begins by itself.", true, "");
  showNoAdvice(el("p", { class: "empty" }, "What hurts is underlined as you write, and better wording is offered here. Nothing changes unless you say so."));
}

function showNothing(words, lamps, gist) {
  showNoScore(words, lamps);
  showReaction(null);
  showNoTone();
  showSentences([], {}, "", [], null);
  for (const part of ["reaction", "tone", "fit", "sentences"]) byId(`${part}-gist`).textContent = gist;
  byId("sentiment").replaceChildren(el("p", { class: "empty" }, gist ? `${gist}.` : "Nothing to show yet."));
}
