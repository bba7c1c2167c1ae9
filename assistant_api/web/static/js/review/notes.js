/** What was said about a session's turns and sentences, and the buttons to say more. */

import { el } from "../lib/dom.js";
import { chips } from "../lib/moves.js";
import { when } from "../lib/when.js";
import { commentList, writeComment } from "./comments.js";
import { editLabels, withdrawButton } from "./overrule.js";

export class Notes {
  /**
   * @param {any} session The API's.
   * @param {(session: any, aim?: string) => void} show Shows the session anew.
   */
  constructor(session, show) {
    this.session = session;
    this.show = show;
  }

  /** @param {number} turn @param {number} place @returns {string[] | undefined} A trainer's labels. */
  labels(turn, place) {
    return this.overruled(turn, place)?.labels;
  }

  overruled(turn, place) {
    return this.session.overrules.find((one) => one.kind === "label" && one.turn === turn && one.sentence === place);
  }

  /** @param {number} turn @param {number} place @param {any} sentence As the machine read it. @returns {HTMLElement} */
  ofSentence(turn, place, sentence) {
    const one = this.overruled(turn, place);
    return el("div", { class: "notes" },
      one && this.correction(one, [el("span", { class: "visually-hidden" }, "The machine said: "), el("s", {}, chips(sentence.labels)), " ", chips(one.labels)]),
      this.comments(turn, place),
      el("p", { class: "note-actions" },
        el("button", { type: "button", class: "small quiet", "data-act": "comment", onclick: (event) => writeComment(this, event.target, turn, place) },
          "Comment", el("span", { class: "visually-hidden" }, ` on sentence ${place + 1} of turn ${turn}`)),
        this.session.may.overrule &&
          el("button", { type: "button", class: "small quiet", "data-act": "overrule", onclick: () => editLabels(this, turn, place, one?.labels ?? sentence.labels) },
            "Overrule", el("span", { class: "visually-hidden" }, ` the labels of sentence ${place + 1} of turn ${turn}`))));
  }

  /** @param {number} turn @returns {HTMLElement} */
  ofTurn(turn) {
    return el("div", { class: "notes notes-turn" },
      this.comments(turn, null),
      el("p", { class: "note-actions" },
        el("button", { type: "button", class: "small", "data-act": "comment", onclick: (event) => writeComment(this, event.target, turn, null) },
          "Comment on this turn", el("span", { class: "visually-hidden" }, ` (turn ${turn})`))));
  }

  comments(turn, place) {
    const own = this.session.comments.filter((one) => one.turn === turn && one.sentence === place);
    return own.length > 0 && commentList(this, own);
  }

  /** @param {any} one Something overruled. @param {import("../lib/dom.js").Child[]} change Both, the machine's struck through. */
  correction(one, change) {
    return el("div", { class: "correction" },
      el("p", {}, change),
      el("p", {}, el("q", {}, one.reason)),
      el("p", { class: "fine" }, `Overruled by ${one.by.name}, ${when(one.at)} `, this.session.may.overrule && withdrawButton(this, one)));
  }
}
