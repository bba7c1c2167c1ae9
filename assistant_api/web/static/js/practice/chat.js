/** The conversation, message by message; each is added once and then only updated, so that listeners hear it once. */

import { el } from "../lib/dom.js";
import { chips } from "../lib/moves.js";
import { meterOf, moodFoot } from "./meter.js";

/** Pixels from the end that still count as there. */
const NEAR_END = 24;
const STATUS = { sending: "Sending …", failed: "Not delivered yet" };

export class Chat {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    /** @type {Map<string, HTMLElement>} The agent's messages by turn id. */
    this.mine = new Map();
    /** @type {Set<string>} Turn ids whose answer is on the page. */
    this.answered = new Set();
    this.opened = false;
    this.closed = false;
    /** @type {{foot: HTMLElement, mood: any, before: any}[]} Where the customer's moods are told. */
    this.feet = [];
    this.meter = "hidden";
    /** Whether the newest words are to stay in sight; not for somebody who has gone back to read. */
    this.atEnd = true;
    let height = list.clientHeight;
    list.addEventListener("scroll", () => {
      // Where the room has just changed, nobody has gone anywhere.
      if (list.clientHeight === height) this.atEnd = list.scrollHeight - height - list.scrollTop < NEAR_END;
    });
    // A hint, a notice or a growing box below takes some of the room.
    new ResizeObserver(() => {
      height = list.clientHeight;
      if (this.atEnd) this.toEnd();
    }).observe(list);
  }

  /** @param {any} session Everything of it that is not on the page yet is added. */
  show(session) {
    this.showMoods(meterOf(session));
    const again = session.forked_from?.turn;
    if (!this.opened) {
      this.opened = true;
      this.customer(session.opening, session.opening_mood);
      if (again === 1) this.fork();
    }
    let mood = session.opening_mood;
    for (const turn of session.turns) {
      if (turn.status === "answered" && !this.answered.has(turn.turn_id)) {
        this.answer(turn, mood);
        if (again === turn.number + 1) this.fork();
      }
      mood = turn.mood ?? mood;
    }
    if (session.closing.length && !this.closed) {
      this.closed = true;
      this.customer(session.closing, session.mood);
    }
  }

  /** What was hidden while the session went on is told once it is over. @param {import("./meter.js").Meter} meter */
  showMoods(meter) {
    if (meter === this.meter) return;
    this.meter = meter;
    for (const { foot, mood, before } of this.feet) foot.replaceChildren(moodFoot(mood, meter, before));
  }

  /** From here on everything is new. */
  fork() {
    this.list.append(el("p", { class: "fork" }, "Your second try begins here."));
    this.toEnd();
  }

  /**
   * @param {{turn_id: string, text: string}} turn
   * @param {"sending" | "failed"} status
   */
  outgoing(turn, status) {
    const bubble = this.agent(turn.turn_id, turn.text);
    bubble.dataset.status = status;
    bubble.querySelector(".message-foot").textContent = STATUS[status];
    this.toEnd();
  }

  /** Take a message off again that was refused. @param {string} turnId */
  drop(turnId) {
    this.mine.get(turnId)?.remove();
    this.mine.delete(turnId);
  }

  answer(turn, moodBefore) {
    this.answered.add(turn.turn_id);
    const bubble = this.agent(turn.turn_id, turn.agent.text);
    const labels = [...new Set(turn.agent.sentences.flatMap((sentence) => sentence.labels))];
    bubble.dataset.status = "delivered";
    // As it was stored: without personal data.
    bubble.querySelector(".bubble").textContent = turn.agent.text;
    bubble.querySelector(".message-foot").replaceChildren(chips(labels));
    if (turn.customer.length) this.customer(turn.customer, turn.mood, moodBefore);
  }

  agent(turnId, text) {
    const known = this.mine.get(turnId);
    if (known) return known;
    const bubble = el(
      "div",
      { class: "message message-agent" },
      el("span", { class: "visually-hidden" }, "You: "),
      el("p", { class: "bubble" }, text),
      el("div", { class: "message-foot" }),
    );
    this.mine.set(turnId, bubble);
    this.list.append(bubble);
    return bubble;
  }

  customer(lines, mood, before) {
    const foot = el("div", { class: "message-foot" }, moodFoot(mood, this.meter, before));
    this.feet.push({ foot, mood, before });
    lines.forEach((line, index) => {
      this.list.append(
        el(
          "div",
          { class: "message message-customer" },
          el("span", { class: "visually-hidden" }, "Customer: "),
          el("p", { class: "bubble" }, line),
          index === lines.length - 1 && foot,
        ),
      );
    });
    this.toEnd();
  }

  toEnd() {
    this.atEnd = true;
    this.list.scrollTop = this.list.scrollHeight;
  }
}
