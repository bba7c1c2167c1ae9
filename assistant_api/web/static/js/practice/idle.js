/** Says in time that a session ends by itself if nothing happens. */

import { byId } from "../lib/dom.js";

const TOLD_MS = 60 * 60 * 1000;
const LOOK_MS = 20_000;

const clock = (date) => date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export class Idle {
  /** @param {() => void} onOver Called once the time has passed. */
  constructor(onOver) {
    this.onOver = onOver;
    this.place = byId("idle");
    /** @type {Date | null} */
    this.at = null;
    setInterval(() => this.look(), LOOK_MS);
  }

  /** @param {any} session */
  show(session) {
    this.at = session.status === "open" && session.idle_at ? new Date(session.idle_at) : null;
    this.look();
  }

  look() {
    const left = this.at ? this.at.getTime() - Date.now() : Infinity;
    if (left <= 0) {
      this.at = null;
      this.onOver();
    }
    const text = left > 0 && left <= TOLD_MS ? `This session ends by itself at ${clock(this.at)}. Write something to go on, or pause it.` : "";
    this.place.hidden = !text;
    // Listeners hear it once.
    if (this.place.textContent !== text) this.place.textContent = text;
  }
}
