/** The draft: a text area with the marked text lying behind it, and a memory of its own of what was done. */

import { byId } from "../lib/dom.js";
import { slashFocuses } from "../lib/keys.js";
import { firstBlank } from "./blanks.js";
import { History } from "./history.js";
import { pieces } from "./marks.js";

/** @typedef {import("./marks.js").Mark} Mark */

/** Where fingers type, a focused box brings up the keyboard and moves the page: then only for something to type. */
const MOUSE = matchMedia("(pointer: fine)");

export class Editor {
  /** @param {(before: string) => void} onChange Called for every change, with the text as it was before. */
  constructor(onChange) {
    this.box = byId("draft");
    this.backdrop = byId("backdrop");
    this.onChange = onChange;
    this.history = new History();
    /** @type {Mark[]} */
    this.marks = [];
    this.known = this.snapshot();
    this.box.addEventListener("beforeinput", (event) => this.beforeTyping(event));
    this.box.addEventListener("input", (event) => this.typed(event));
    this.box.addEventListener("keydown", (event) => this.key(event));
    slashFocuses(this.box);
  }

  get text() {
    return this.box.value;
  }

  /** @returns {import("./history.js").Snapshot} */
  snapshot() {
    return { text: this.box.value, start: this.box.selectionStart, end: this.box.selectionEnd };
  }

  beforeTyping(event) {
    // The browser's menu and a shaken telephone ask for it in this way.
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      if (event.inputType === "historyUndo") this.undo();
      else this.redo();
    } else this.known = this.snapshot();
  }

  typed(event) {
    this.history.typed(this.known, event.inputType ?? "");
    this.changed();
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && !(key === "y" && event.ctrlKey)) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.redo();
    else this.undo();
  }

  changed() {
    const before = this.known.text;
    this.known = this.snapshot();
    this.onChange(before);
  }

  /** Put a text there without remembering what was; nobody can take this back. */
  set(text, start = text.length, end = start) {
    this.box.value = text;
    this.box.setSelectionRange(start, end);
    this.changed();
  }

  /**
   * Change the text in one step that can be taken back.
   * @param {string} name What was done, for the button that takes it back.
   * @param {string} text
   * @param {number} caret
   * @param {() => void} [restore] Brings back what else was changed.
   */
  change(name, text, caret, restore) {
    this.history.push({ ...this.snapshot(), name, restore });
    this.set(text, caret);
  }

  /**
   * Put words in; a blank among them is selected, to be typed over.
   * @param {string} name
   * @param {{start: number, end: number, text: string}} words The text brings the spaces that it needs.
   */
  put(name, { start, end, text }) {
    const before = this.text;
    this.change(name, before.slice(0, start) + text + before.slice(end), start + text.trimEnd().length);
    const blank = firstBlank(text);
    if (blank) this.select(start + blank.start, start + blank.end);
    else this.goOnTyping();
  }

  undo() {
    const step = this.history.back(this.snapshot());
    step?.restore?.();
    this.goTo(step);
  }

  redo() {
    this.goTo(this.history.forward(this.snapshot()));
  }

  goTo(step) {
    if (!step) return;
    this.set(step.text, step.start, step.end);
    this.goOnTyping();
  }

  goOnTyping() {
    if (MOUSE.matches) this.box.focus({ preventScroll: true });
  }

  /** @param {Mark[]} marks For the text as it is now. */
  paint(marks) {
    this.marks = marks;
    // The last line needs something in it, or the two boxes differ by a line.
    this.backdrop.replaceChildren(...pieces(this.text, marks), "\u200b");
  }

  /** @param {string} key @returns {Element[]} The parts of the mark with this key. */
  markParts(key) {
    return [...this.backdrop.querySelectorAll("[data-key]")].filter((part) => part.dataset.key === key);
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    this.box.focus({ preventScroll: true });
    this.choose(start, end);
  }

  /** The same without the focus. @param {number} start @param {number} end */
  choose(start, end) {
    this.box.setSelectionRange(start, end);
    this.showPlace(start);
  }

  /** Bring a place of the text into view: selecting in a text area that does not scroll moves nothing. */
  showPlace(at) {
    const walker = document.createTreeWalker(this.backdrop, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      seen += node.length;
      if (seen <= at) continue;
      const range = document.createRange();
      range.setStart(node, at - (seen - node.length));
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight * 0.8) scrollBy({ top: top - innerHeight / 3 });
      return;
    }
  }
}
