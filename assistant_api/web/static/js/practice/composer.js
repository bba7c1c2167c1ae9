/** The box for the next message; what is typed survives reloads until it is sent. */

import { announce, byId, counted } from "../lib/dom.js";
import { slashFocuses } from "../lib/keys.js";

/** The room left is told from here on. */
const LITTLE_ROOM = 400;

export class Composer {
  /**
   * @param {object} hooks
   * @param {(text: string) => void} hooks.onSend
   * @param {(text: string) => void} hooks.onInput
   */
  constructor({ onSend, onInput }) {
    this.form = byId("composer");
    this.box = byId("message");
    this.button = byId("send");
    this.room = byId("composer-room");
    this.free = false;
    this.box.addEventListener("input", () => {
      this.refresh();
      onInput(this.box.value);
    });
    this.box.addEventListener("keydown", (event) => {
      // While an input method composes a character, Enter belongs to it.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.form.requestSubmit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.ready) onSend(this.text.trim());
    });
    slashFocuses(this.box);
  }

  get text() {
    return this.box.value;
  }

  set text(value) {
    this.box.value = value;
    this.refresh();
  }

  /** Whether what is in the box may be sent as it is. A text put there by script can be longer than the box takes. */
  get ready() {
    const { length } = this.text.trim();
    return this.free && length > 0 && length <= this.box.maxLength;
  }

  /**
   * @param {boolean} free Whether a message may be sent now; typing ahead is possible unless the session rests.
   * @param {boolean} [rests] Whether it does; what is typed stays to be read.
   */
  allow(free, rests = false) {
    this.free = free;
    this.box.disabled = false;
    this.box.readOnly = rests;
    this.refresh();
  }

  /**
   * Put a sentence in where the cursor stands; nothing is overwritten, and Ctrl+Z takes it back.
   * @param {string} sentence
   */
  insert(sentence) {
    const { box } = this;
    box.focus();
    const at = box.selectionEnd;
    box.setSelectionRange(at, at);
    const gap = (character) => (character && !/\s/.test(character) ? " " : "");
    const text = gap(box.value[at - 1]) + sentence + gap(box.value[at]);
    // The browser's own command, for a text that a script sets cannot be taken back; it would cut off what is too long.
    const fits = box.value.length + text.length <= box.maxLength;
    if (fits && document.execCommand("insertText", false, text)) return;
    box.setRangeText(text, at, at, "end");
    box.dispatchEvent(new Event("input"));
  }

  refresh() {
    this.button.disabled = !this.ready;
    this.tellRoom();
  }

  tellRoom() {
    const left = this.box.maxLength - this.text.length;
    const wasTold = !this.room.hidden;
    this.room.hidden = left > LITTLE_ROOM;
    this.room.textContent =
      left < 0 ? `${counted(-left, "character")} too many.` : `${counted(left, "character")} left of ${this.box.maxLength}.`;
    // Listeners hear it once, not at every key; after that it is the box's description.
    if (!wasTold && !this.room.hidden) announce(this.room.textContent);
  }

  /**
   * Take the box away for good.
   * @param {string} unsent What was not sent; it is shown to be copied.
   */
  close(unsent) {
    this.form.hidden = true;
    byId("unsent-text").value = unsent;
    byId("unsent").hidden = !unsent.trim();
  }
}
