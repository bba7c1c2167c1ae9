/** The box for the next message; what is typed survives reloads until it is sent. */

import { byId } from "../lib/dom.js";
import { slashFocuses } from "../lib/keys.js";

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
      if (this.free && this.text.trim()) onSend(this.text.trim());
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

  /** @param {boolean} free Whether a message may be sent now; typing ahead is always possible. */
  allow(free) {
    this.free = free;
    this.box.disabled = false;
    this.refresh();
  }

  refresh() {
    this.button.disabled = !this.free || !this.text.trim();
  }

  close() {
    this.form.hidden = true;
  }
}
