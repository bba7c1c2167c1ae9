/** Help while practising: on request, after every answer, or a whole sentence for somebody who is stuck. */

import { request } from "../lib/api.js";
import { byId, el } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

export class Hints {
  /**
   * @param {string} path The session's path in the API.
   * @param {(text: string) => void} insert Puts a sentence into the box.
   */
  constructor(path, insert) {
    this.path = path;
    this.insert = insert;
    this.panel = byId("hint");
    this.body = byId("hint-body");
    this.mode = "off";
    this.ready = false;
    /** After which turn the panel's hint was given; its sentence is for that moment only. */
    this.turn = -1;
    /** The newest question; what an older one brings is late. */
    this.asked = 0;
    byId("hint-ask").addEventListener("click", () => this.ask(false));
    byId("hint-stuck").addEventListener("click", () => this.ask(true));
    document.addEventListener("keydown", (event) => {
      if (!event.altKey || event.code !== "KeyH" || this.mode === "off" || !this.ready) return;
      event.preventDefault();
      this.ask(false);
    });
  }

  /** @param {any} session @param {boolean} ready Whether it is the agent's turn to speak. */
  show(session, ready) {
    this.mode = session.hints;
    this.ready = ready;
    byId("hint-tools").hidden = session.status !== "open" || session.paused;
    byId("hint-ask").hidden = this.mode === "off";
    for (const button of byId("hint-tools").querySelectorAll("button")) button.disabled = !ready;
    if (!ready) {
      this.panel.hidden = true;
      return;
    }
    const turn = session.turns.length;
    if (turn === this.turn) return;
    this.turn = turn;
    this.panel.hidden = true;
    if (this.mode === "live") this.ask(false, true);
  }

  /**
   * @param {boolean} stuck
   * @param {boolean} [unasked] Whether it comes by itself: then it stays quiet about what is mastered, and about faults.
   */
  async ask(stuck, unasked = false) {
    const asked = ++this.asked;
    byId("hint-problem").replaceChildren();
    byId("hint-wait").hidden = unasked;
    try {
      const hint = await request("POST", `${this.path}/hint`, { body: { stuck } });
      if (asked !== this.asked || !this.ready || (unasked && hint.faded)) return;
      this.fill(hint);
      // One that was folded away stays so until it is asked for.
      if (!unasked) this.panel.open = true;
    } catch (error) {
      if (!("title" in error)) throw error;
      if (!unasked) byId("hint-problem").replaceChildren(problemNotice(error));
    } finally {
      if (asked === this.asked) byId("hint-wait").hidden = true;
    }
  }

  fill(hint) {
    byId("hint-title").textContent = hint.title;
    this.body.replaceChildren(
      el("p", {}, hint.next_in_words),
      el("p", { class: "fine" }, hint.why),
      hint.sentence ? this.offer(hint.sentence) : "",
    );
    this.panel.hidden = false;
    // In a place of its own: beside it the customer's mood is told.
    byId("hint-said").textContent = [`Hint: ${hint.title}.`, hint.next_in_words, hint.sentence && `For example: ${hint.sentence}`].filter(Boolean).join(" ");
  }

  offer(sentence) {
    return el("div", { class: "hint-sentence" },
      el("p", {}, el("q", {}, sentence)),
      el("button", { type: "button", class: "small", onclick: () => this.insert(sentence) }, "Put it into the box"));
  }
}
