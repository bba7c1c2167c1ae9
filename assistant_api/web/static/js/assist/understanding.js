/** What we make of the customer's message: how they feel, how much it presses, what they want, what they told. */

import { byId, el } from "../lib/dom.js";
import { pieces } from "./marks.js";

const STRENGTHS = [
  [0.34, "a little"],
  [0.67, "clearly"],
  [1.01, "strongly"],
];
const MOST_CUES = 3;
/** Kinds whose words do not tell by themselves what they are. */
const KINDS = { order: "Order", name: "Name", contacts: "Before", tried: "Tried" };

/** Wide enough to show it all at once; below, the reply comes first. */
const WIDE = matchMedia("(min-width: 34.01rem)");

const strengthWord = (value) => STRENGTHS.find(([limit]) => value < limit)[1];

export class Understanding {
  /** @param {() => void} onTyped The customer's message was changed. */
  constructor(onTyped) {
    this.box = byId("customer");
    this.backdrop = byId("customer-backdrop");
    this.place = byId("understanding");
    /** @type {string | null} What is marked in the message. */
    this.pressed = null;
    /** @type {string} What the chips were drawn from. */
    this.drawn = "";
    this.box.addEventListener("input", () => {
      this.mark(null, []);
      onTyped();
    });
    this.mark(null, []);
    this.unfold();
    WIDE.addEventListener("change", () => this.unfold());
  }

  unfold() {
    byId("understood").open = WIDE.matches;
  }

  get text() {
    return this.box.value;
  }

  /** @param {string} text */
  set text(text) {
    this.box.value = text;
    this.mark(null, []);
  }

  /** @param {string | null} name @param {{start: number, end: number}[]} spans */
  mark(name, spans) {
    this.pressed = name;
    const marks = spans.map(({ start, end }) => ({ start, end, classes: "understood" }));
    this.backdrop.replaceChildren(...pieces(this.box.value, marks), "\u200b");
    for (const chip of this.place.querySelectorAll("button[data-name]")) chip.setAttribute("aria-pressed", String(chip.dataset.name === name));
    this.backdrop.querySelector(".understood")?.scrollIntoView({ block: "nearest" });
  }

  chip(name, spans, ...words) {
    const toggle = () => (this.pressed === name ? this.mark(null, []) : this.mark(name, spans));
    return el("button", { type: "button", class: "fact-chip", "data-name": name, "aria-pressed": "false", title: "Show the words in the message", onclick: toggle }, words);
  }

  /** @param {any} understanding In UTF-16 units of the message; null where there is none. */
  show(understanding) {
    const said = JSON.stringify([understanding, this.text]);
    if (said === this.drawn) return;
    this.drawn = said;
    this.mark(null, []);
    byId("understood").hidden = !understanding;
    if (!understanding) return;
    const { emotion, urgency, wants, details } = understanding;
    const gist = [emotion.title, urgency.cues.length && urgency.title, ...wants.map(({ title }) => title)].filter(Boolean);
    byId("understanding-gist").textContent = gist.join(", ").toLowerCase();
    this.place.replaceChildren(
      ...[
        row("Feeling", this.felt("emotion", emotion, `${emotion.title}${emotion.cues.length ? `, ${strengthWord(emotion.strength)}` : ""}`)),
        row("Urgency", this.felt("urgency", urgency, urgency.title)),
        this.wanted(wants, urgency),
        row("Told us", details.length ? details.map((detail, index) => this.fact(detail, index)) : el("span", { class: "fine" }, "No facts to go by.")),
      ].filter(Boolean),
    );
  }

  /** What they ask for; whoever has asked before wants an answer. Where nothing is said there is no such line. */
  wanted(wants, urgency) {
    if (wants.length) return row("Wants", wants.map((want, index) => this.chip(`want-${index}`, [want], want.title)));
    const asked = urgency.cues.filter(({ rule }) => rule === "urgency.chased");
    return asked.length > 0 && row("Wants", [this.chip("want-implied", asked, "An answer"), el("span", { class: "fine because" }, "not said, but they have asked before")]);
  }

  fact(detail, index) {
    const kind = KINDS[detail.kind];
    const title = el("span", { class: kind ? "fact-kind" : "visually-hidden" }, kind ?? `${detail.title}: `);
    return this.chip(`detail-${index}`, [detail], title, detail.text);
  }

  /** A strength with the words that show it; without any there is nothing to mark. */
  felt(name, { cues }, words) {
    if (!cues.length) return el("span", { class: "fine" }, words);
    const texts = [...new Set(cues.map((cue) => cue.text))];
    // A sign of exclamation says nothing beside words.
    const worded = texts.filter((text) => /\p{L}/u.test(text));
    const quoted = (worded.length ? worded : texts).slice(0, MOST_CUES).map((text) => `‘${text}’`).join(", ");
    return [this.chip(name, cues, words), el("span", { class: "fine because" }, `because of ${quoted}`)];
  }
}

const row = (title, said) => el("div", {}, el("dt", {}, title), el("dd", {}, said));
