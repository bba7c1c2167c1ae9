/** The draft: a text area with the marked text lying behind it, and a stack of applied suggestions to take back. */

import { byId } from "../lib/dom.js";
import { slashFocuses } from "../lib/keys.js";
import { carry, pieces } from "./marks.js";

export class Editor {
  /** @param {(text: string) => void} onChange Called for every change, also for applied suggestions. */
  constructor(onChange) {
    this.box = byId("draft");
    this.backdrop = byId("backdrop");
    this.onChange = onChange;
    /** @type {{before: string, after: string, at: number, restore?: () => void}[]} restore brings back what else was changed. */
    this.applied = [];
    this.marks = [];
    this.painted = "";
    this.box.addEventListener("input", () => this.changed());
    this.box.addEventListener("keydown", (event) => {
      const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      // A text set by script is not in the browser's own history; anything typed since is, and goes first.
      if (undo && this.applied.at(-1)?.after === this.text) {
        event.preventDefault();
        this.undo();
      }
    });
    slashFocuses(this.box);
  }

  get text() {
    return this.box.value;
  }

  /** @param {string} text @param {number} [caret] */
  set(text, caret = text.length) {
    this.box.value = text;
    this.box.setSelectionRange(caret, caret);
    this.changed();
  }

  changed() {
    this.paint(carry(this.marks, this.painted, this.text));
    this.onChange(this.text);
  }

  /** @param {import("./marks.js").Mark[]} marks For the text as it is now. */
  paint(marks) {
    this.marks = marks;
    this.painted = this.text;
    // The last line needs something in it, or the two boxes differ by a line.
    this.backdrop.replaceChildren(...pieces(this.text, marks), "\u200b");
  }

  /**
   * Put a suggestion's words in; a blank among them is selected, to be typed over.
   * @param {{start: number, end: number, text: string}} suggestion Its text brings the spaces that it needs.
   */
  apply({ start, end, text }) {
    const before = this.text;
    this.set(before.slice(0, start) + text + before.slice(end), start + text.trimEnd().length);
    this.applied.push({ before, after: this.text, at: start });
    const blank = /\[[^\]]*\]/.exec(text);
    if (blank) this.select(start + blank.index, start + blank.index + blank[0].length);
    else this.box.focus();
  }

  undo() {
    const last = this.applied.pop();
    if (!last) return;
    last.restore?.();
    this.set(last.before, last.at);
    this.box.focus();
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    this.box.focus();
    this.box.setSelectionRange(start, end);
  }
}
