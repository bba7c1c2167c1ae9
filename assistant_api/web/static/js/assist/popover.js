/** The reason at the mark: shown under the pointer, at the caret, or by key; it never takes a key from the text by itself. */

import { announce, byId, el } from "../lib/dom.js";
import { messageOf, offered, pieceButtons, pieceChip, whyDetails } from "./piece.js";

/** @typedef {import("./advice.js").Piece} Piece */

const HOVER_MS = 200;
/** Time to move the pointer from the mark to the popover. */
const LEAVE_MS = 300;
const CARET_MS = 350;
const GAP = 6;
const MOVES_CARET = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

export class Popover {
  /**
   * @param {import("./editor.js").Editor} editor
   * @param {import("./advice.js").Advice} advice
   * @param {import("./piece.js").Acts} acts
   */
  constructor(editor, advice, acts) {
    Object.assign(this, { editor, advice, acts });
    this.node = byId("popover");
    this.node.setAttribute("aria-labelledby", "popover-title");
    this.node.setAttribute("aria-describedby", "popover-message");
    this.frame = byId("editor");
    /** @type {string | null} The key of the piece that is shown. */
    this.key = null;
    this.byPointer = false;
    this.timer = 0;
    const { box } = editor;
    box.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.hover(this.under(event)));
    box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.hover(null));
    this.node.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.node.addEventListener("pointerleave", () => this.byPointer && this.hover(null));
    box.addEventListener("click", (event) => this.tapped(this.under(event)));
    box.addEventListener("keyup", (event) => MOVES_CARET.has(event.key) && this.caretMoved());
    this.frame.addEventListener("keydown", (event) => event.key === "Escape" && this.escape(event));
    document.addEventListener("pointerdown", (event) => !this.frame.contains(event.target) && this.close());
    addEventListener("resize", () => this.close());
  }

  /** @returns {Piece | null} The piece whose mark lies under the pointer; the marks lie behind the text area. */
  under({ clientX, clientY }) {
    const mark = document.elementsFromPoint(clientX, clientY).find((node) => node.matches("#backdrop [data-key]"));
    return (mark && this.advice.find(/** @type {HTMLElement} */ (mark).dataset.key)) ?? null;
  }

  hover(piece) {
    // Whoever came by key is not sent away by a pointer that lies about.
    if (this.node.contains(document.activeElement)) return;
    if (piece ? piece.key === this.key : !this.byPointer && this.key) {
      if (piece) clearTimeout(this.timer);
      return;
    }
    clearTimeout(this.timer);
    if (piece) this.timer = setTimeout(() => this.open(piece, true), HOVER_MS);
    else this.timer = setTimeout(() => this.close(), LEAVE_MS);
  }

  tapped(piece) {
    clearTimeout(this.timer);
    if (piece) this.open(piece, false);
    else this.close();
  }

  caretMoved() {
    clearTimeout(this.timer);
    const { selectionStart, selectionEnd } = this.editor.box;
    const piece = selectionStart === selectionEnd ? this.advice.at(selectionStart) : undefined;
    if (!piece) this.close();
    else if (piece.key !== this.key) {
      // Whoever only passes through on the way elsewhere is not stopped.
      this.timer = setTimeout(() => {
        this.open(piece, false);
        announce(`${piece.name}: ${piece.finding.text}. ${messageOf(piece.finding)} Press F8 for what to do.`);
      }, CARET_MS);
    }
  }

  /** @param {1 | -1} direction @returns {boolean} Whether there was one to go to. */
  goOn(direction) {
    const piece = this.next(direction);
    if (!piece) {
      announce("No marks.");
      return false;
    }
    this.editor.choose(piece.finding.start, piece.finding.end);
    this.open(piece, false);
    this.node.scrollIntoView({ block: "nearest" });
    this.node.querySelector("button")?.focus({ preventScroll: true });
    return true;
  }

  /** From the piece that is shown; else from the caret, beginning with the mark that it stands in. */
  next(direction) {
    const shown = this.key && this.advice.find(this.key)?.finding;
    if (shown) return this.advice.from(direction > 0 ? shown.start : shown.start + 1, direction);
    const { selectionStart: start, selectionEnd: end } = this.editor.box;
    if (start !== end) return this.advice.from(direction > 0 ? start : start + 1, direction);
    return this.advice.at(start) ?? this.advice.from(start, direction);
  }

  /** @param {Piece} piece @param {boolean} byPointer */
  open(piece, byPointer) {
    this.close();
    const parts = this.editor.markParts(piece.key);
    if (!parts.length) return;
    this.key = piece.key;
    this.byPointer = byPointer;
    for (const part of parts) part.classList.add("current");
    this.node.replaceChildren(
      el("p", { class: "popover-title", id: "popover-title" }, pieceChip(piece), " ", el("q", {}, piece.finding.text)),
      el("p", { id: "popover-message" }, messageOf(piece.finding)),
      ...[offered(piece)].flat(),
      el("div", { class: "advice-foot" }, pieceButtons(piece, this.acts, "here"), whyDetails(piece)),
    );
    this.node.hidden = false;
    this.place(parts);
  }

  /** Below the mark, or above it where the window ends. */
  place(parts) {
    const frame = this.frame.getBoundingClientRect();
    const first = parts[0].getClientRects()[0];
    const last = [...parts.at(-1).getClientRects()].at(-1);
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const below = last.bottom + GAP + height <= innerHeight || first.top - GAP - height < 0;
    this.node.style.setProperty("left", `${Math.max(0, Math.min(first.left - frame.left, frame.width - width))}px`);
    this.node.style.setProperty("top", `${(below ? last.bottom + GAP : first.top - GAP - height) - frame.top}px`);
  }

  /** The marks were painted anew: the popover goes with its mark, or goes away. */
  repainted() {
    const parts = this.key ? this.editor.markParts(this.key) : [];
    if (!parts.length) this.close();
    else for (const part of parts) part.classList.add("current");
  }

  escape(event) {
    clearTimeout(this.timer);
    if (!this.key) return;
    event.preventDefault();
    const inside = this.node.contains(document.activeElement);
    this.close();
    if (inside) this.editor.box.focus();
  }

  close() {
    clearTimeout(this.timer);
    if (!this.key) return;
    for (const part of this.editor.markParts(this.key)) part.classList.remove("current");
    this.key = null;
    this.node.hidden = true;
    this.node.replaceChildren();
  }
}
