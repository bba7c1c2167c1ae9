/** The list of advice beside the draft. */

import { byId, counted, el } from "../lib/dom.js";
import { keepItems } from "../lib/keyed.js";
import { messageOf, offered, pieceButtons, pieceChip, whyDetails } from "./piece.js";

function item(piece, acts, first) {
  const { finding } = piece;
  return el(
    "li",
    { class: `advice-item ${finding ? `severity-${finding.severity}` : "for-step"}` },
    el("p", { class: "advice-head" }, pieceChip(piece), " ",
      finding?.text && el("button", { type: "button", class: "link-button", title: "Show it in the draft", onclick: () => acts.show(piece.key) }, el("q", {}, finding.text))),
    finding && el("p", {}, messageOf(finding)),
    offered(piece),
    el("div", { class: "advice-foot" }, pieceButtons(piece, acts, first ? "first" : ""), whyDetails(piece)),
  );
}

/**
 * @param {import("./advice.js").Advice} advice
 * @param {import("./piece.js").Acts} acts
 */
export function showAdvice(advice, acts) {
  const { shown, more, put } = advice;
  const firstUsable = shown.find((piece) => piece.suggestion);
  const list = byId("advice");
  list.hidden = shown.length === 0;
  const items = shown.map((piece) => {
    const first = piece === firstUsable;
    return { piece, first, key: JSON.stringify([piece.key, piece.finding?.message, piece.suggestion?.text, first]) };
  });
  keepItems(list, items, ({ piece, first }) => item(piece, acts, first));
  byId("advice-empty").hidden = true;
  byId("advice-clear").hidden = shown.length > 0;
  byId("advice-clear").textContent = put ? "Nothing more to mend." : "No mistakes found, and no step is missing.";
  byId("advice-more").hidden = more === 0;
  byId("advice-more").textContent = `${counted(more, "lighter point")} after these.`;
  byId("advice-aside").hidden = put === 0;
  byId("advice-aside-count").textContent = `${put} put aside.`;
}

/** @param {import("../lib/dom.js").Child} words In place of a list. */
export function showNoAdvice(words) {
  byId("advice").replaceChildren();
  byId("advice").hidden = true;
  for (const id of ["advice-more", "advice-aside"]) byId(id).hidden = true;
  byId("advice-clear").hidden = true;
  byId("advice-empty").replaceChildren(words);
  byId("advice-empty").hidden = false;
}
