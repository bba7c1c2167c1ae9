/** Resting a session, and going on with it, today or tomorrow. */

import { get, request } from "../lib/api.js";
import { announce, byId } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

export class Pausing {
  /**
   * @param {string} path The session's path in the API.
   * @param {(session: any) => void} onChange
   */
  constructor(path, onChange) {
    this.path = path;
    this.onChange = onChange;
    this.button = byId("pause");
    this.resumeButton = byId("resume");
    this.button.addEventListener("click", () => this.ask("pause", this.button));
    this.resumeButton.addEventListener("click", () => this.ask("resume", this.resumeButton));
  }

  async ask(what, button) {
    button.disabled = true;
    try {
      const session = await request("POST", `${this.path}/${what}`, { body: {} }).catch((error) => {
        // Done meanwhile, or ended, perhaps in another tab: how it stands now is what counts.
        if (error.status === 409) return get(this.path);
        throw error;
      });
      byId("pause-problem").replaceChildren();
      this.onChange(session);
      if (session.paused) this.resumeButton.focus();
      announce(session.paused ? "Paused. What you have typed stays." : "You are back in the conversation.");
    } catch (error) {
      if (!("title" in error)) throw error;
      byId("pause-problem").replaceChildren(problemNotice(error));
    } finally {
      button.disabled = false;
    }
  }

  /** @param {any} session @param {boolean} busy Whether a message is on its way. */
  show(session, busy) {
    const open = session.status === "open";
    byId("paused").hidden = !(open && session.paused);
    this.button.hidden = !open || session.paused;
    this.button.disabled = busy;
  }
}
