/** Rates the sample, one after the other: by mouse or by keys, each answer kept at once, with a way back. */

import { request } from "../lib/api.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { isTyping } from "../lib/keys.js";
import { moves } from "../lib/moves.js";
import { problemNotice } from "../lib/notice.js";

/** One key for each label, in the codebook's order. */
const KEYS = [..."1234567890qwerty"];

export class Rater {
  /** @param {HTMLElement} place @param {any} sample As the API tells it. */
  constructor(place, sample) {
    this.place = place;
    this.sample = sample;
    /** What was kept, so that it can be undone: the item, and what it said before. @type {{kind: string, item: any, before: any}[]} */
    this.done = [];
    this.busy = false;
    if (Rater.listening) document.removeEventListener("keydown", Rater.listening);
    Rater.listening = (event) => this.key(event);
    document.addEventListener("keydown", Rater.listening);
    this.count();
  }

  /** @param {"sentences" | "sessions"} kind */
  turnTo(kind) {
    this.kind = kind;
    this.show(this.next(), null, false);
  }

  get items() {
    return this.sample[this.kind];
  }

  /** What an item says: labels, or a score. */
  said(item) {
    return this.kind === "sentences" ? item.labels : item.score;
  }

  next() {
    return this.items.find((item) => this.said(item) === null);
  }

  count() {
    for (const [kind, field] of [["sentences", "labels"], ["sessions", "score"]]) {
      const items = this.sample[kind];
      byId(`${kind}-done`).textContent = `${items.filter((item) => item[field] !== null).length} of ${items.length}`;
    }
  }

  /** @param {any} item Undefined when all is rated. @param {string[] | number | null} [given] What to start from. @param {boolean} [focus] Whether reading goes on here. */
  show(item, given = null, focus = true) {
    this.item = item;
    if (!item) return this.place.replaceChildren(this.finished());
    this.chosen = new Set(this.kind === "sentences" ? given ?? [] : []);
    this.place.replaceChildren(...(this.kind === "sentences" ? this.sentence(item) : this.session(item, given)));
    if (focus) this.place.querySelector("h3")?.focus();
  }

  title(what) {
    return el("h3", { tabindex: -1 }, `${what} ${this.items.indexOf(this.item) + 1} of ${this.items.length}`);
  }

  finished() {
    const none = this.items.length === 0;
    return el("div", {}, el("p", { class: "empty" }, none
      ? "There is nothing to rate yet. Sessions of the people you train come in once they have ended and their agent has seen the result."
      : "All of these are rated. Thank you: compare below, or draw another sample."), !none && this.buttons(null));
  }

  sentence(item) {
    return [
      this.title("Sentence"),
      el("p", { class: "fine" }, "The customer had said:"), el("p", { class: "rate-before" }, item.customer),
      item.before && el("p", { class: "fine" }, "And the agent, just before:"), item.before && el("p", { class: "rate-before" }, item.before),
      el("p", { class: "rate-text" }, item.text),
      el("div", { class: "rate-labels", role: "group", "aria-label": "What does this sentence do?" }, moves().map((move, number) =>
        el("button", { type: "button", "data-label": move.label, "aria-pressed": String(this.chosen.has(move.label)), title: `The sentence ${move.meaning}`, onclick: () => this.toggle(move.label) },
          el("kbd", {}, KEYS[number]), ` ${move.title}`))),
      this.buttons("Keep, and on"),
    ].filter(Boolean);
  }

  session(item, given) {
    const list = el("ol", { class: "rate-lines", tabindex: 0, "aria-label": "What was said" },
      item.lines.map((line) => el("li", {}, el("strong", {}, line.by === "agent" ? "Agent: " : `${item.customer}: `), line.text)));
    const input = el("input", { type: "number", id: "rate-score", min: 0, max: 100, step: 1, required: true, value: given ?? undefined });
    return [
      this.title("Session"),
      el("p", {}, `${item.title}, level ${item.level}`),
      list,
      el("form", { onsubmit: (event) => { event.preventDefault(); this.keep(); } },
        el("div", { class: "field rate-score" }, el("label", { for: "rate-score" }, "Points, 0 to 100"), input,
          el("p", { class: "fine" }, "As you would score it: did the customer feel heard, and was the problem on its way to being solved?")),
        this.buttons("Keep, and on")),
    ];
  }

  buttons(keep) {
    return el("div", { class: "button-row" },
      keep && el("button", { type: this.kind === "sentences" ? "button" : "submit", class: "primary", onclick: this.kind === "sentences" ? () => this.keep() : null }, keep),
      el("button", { type: "button", disabled: this.done.length === 0, onclick: () => this.undo() }, "Undo the last"),
      keep && this.kind === "sentences" && el("span", { class: "fine" }, "None chosen means: it does none of these."));
  }

  toggle(label) {
    if (!this.chosen.delete(label)) this.chosen.add(label);
    this.place.querySelector(`[data-label="${label}"]`)?.setAttribute("aria-pressed", String(this.chosen.has(label)));
  }

  async keep() {
    if (!this.item || this.busy) return;
    const item = this.item;
    const value = this.kind === "sentences" ? [...this.chosen] : byId("rate-score").valueAsNumber;
    if (typeof value === "number" && Number.isNaN(value)) return;
    const before = this.said(item);
    if (!(await this.send(this.kind, item, value))) return;
    this.done.push({ kind: this.kind, item, before });
    announce(this.kind === "sentences" ? `Kept: ${value.length ? counted(value.length, "label") : "no label"}` : `Kept: ${value} points`);
    this.show(this.next());
  }

  async undo() {
    if (this.busy || !this.done.length) return;
    const { kind, item, before } = this.done[this.done.length - 1];
    const said = kind === "sentences" ? item.labels : item.score;
    if (!(await this.send(kind, item, before))) return;
    this.done.pop();
    this.kind = kind;
    for (const each of ["sentences", "sessions"]) byId(`show-${each}`).setAttribute("aria-pressed", String(each === kind));
    this.show(item, said);
    announce("Taken back");
  }

  /** @returns {Promise<boolean>} Whether it was kept. */
  async send(kind, item, value) {
    this.busy = true;
    try {
      const body = kind === "sentences" ? { turn: item.turn, sentence: item.sentence, labels: value } : { score: value };
      const kept = await request("PUT", `/calibration/sessions/${encodeURIComponent(item.session)}`, { body });
      if (kind === "sentences") item.labels = kept.labels;
      else item.score = kept.score;
      byId("rate-problem").replaceChildren();
      this.count();
      return true;
    } catch (error) {
      if (!("title" in error)) throw error;
      byId("rate-problem").replaceChildren(problemNotice(error));
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (isTyping(event) || document.querySelector("dialog[open]")) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "u") return void this.undo();
    if (this.kind !== "sentences" || !this.item) return;
    const label = moves()[KEYS.indexOf(event.key)]?.label;
    if (label) this.toggle(label);
    // Enter on a button or a link is that button's own.
    else if (event.key === "Enter" && !target.closest("button, a, summary")) this.keep();
  }
}

/** @type {((event: KeyboardEvent) => void) | undefined} */
Rater.listening = undefined;
