/** Finished replies that a team keeps: told beside the button, and sent when the reply is copied, at no other time. */

import { get, request } from "../lib/api.js";
import { byId, counted } from "../lib/dom.js";
import { bodyOf } from "./checker.js";

export class Keeping {
  constructor() {
    this.on = false;
    this.known = false;
    this.note = byId("keeping");
    this.learn();
  }

  /** What the server has switched on, asked until it has answered once; before that nothing is sent. */
  async learn() {
    if (this.known) return;
    try {
      const about = await get("/about");
      this.known = true;
      this.on = about.keeps_drafts;
      this.note.textContent =
        `Your team keeps each reply that you copy, and the message it answers, for ${counted(about.keep_drafts_days, "day")}. ` +
        "Personal data is taken out first.";
    } catch (error) {
      if (!("title" in error)) throw error;
    }
    this.note.hidden = !this.on;
  }

  /** @param {import("./checker.js").Asked} reply @returns {Promise<string>} What became of it, to be told; empty where nothing is kept. */
  async keep(reply) {
    if (!this.on) return "";
    try {
      await request("POST", "/drafts/keep", { body: bodyOf(reply) });
      return " Kept for your team.";
    } catch (error) {
      if (!("title" in error)) throw error;
      return error.transient ? " It could not be kept for your team." : ` Not kept for your team: ${error.title.toLowerCase()}.`;
    }
  }
}
