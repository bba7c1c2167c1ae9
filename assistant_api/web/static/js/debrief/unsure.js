/** The sentences of a session whose moves stay unsure: to look at, never to be judged by. */

import { counted, el } from "../lib/dom.js";
import { sentenceItem } from "../lib/sentence.js";
import { askedBefore } from "../lib/turns.js";

/**
 * @param {any} session
 * @param {import("../scorecard/scorecard.js").TurnLink} link
 * @returns {HTMLElement | null} Folded away; null where nothing is unsure.
 */
export function unsureSentences(session, link) {
  const asked = askedBefore(session);
  const items = session.turns.flatMap((turn, index) =>
    turn.agent.sentences
      .filter((sentence) => sentence.unsure.length)
      .map((sentence) =>
        sentenceItem(sentence, asked[index], el("a", { href: link(turn.number), class: "turn-link" }, `turn ${turn.number}`))),
  );
  if (!items.length) return null;
  return el(
    "details",
    { class: "card unsure-sentences" },
    el("summary", {}, `One more move unsure, so not counted: ${counted(items.length, "sentence")}`),
    el("p", { class: "fine" }, "What is sure of them counts; each may do something more that your score leaves out. Open one to see what, and judge for yourself."),
    el("ul", { class: "sentences" }, items),
  );
}
