/** The draft against the version with which the agent started: kept from the first wording that was put in. */

import { byId } from "../lib/dom.js";
import { comparison } from "./comparison.js";

export class Start {
  /**
   * @param {string | null} text The first version, where one was kept.
   * @param {() => string} now
   */
  constructor(text, now) {
    this.text = text;
    this.now = now;
    this.button = byId("compare-toggle");
    this.place = byId("compare");
    this.button.addEventListener("click", () => {
      this.place.hidden = !this.place.hidden;
      this.refresh();
    });
  }

  /** Something is about to be put in: what stands there now is what the agent started with. */
  keep() {
    if (this.text === null && this.now().trim()) this.text = this.now();
  }

  /** The draft was changed. */
  refresh() {
    const now = this.now();
    if (!now.trim()) this.text = null;
    const differs = this.text !== null && this.text !== now;
    this.button.hidden = !differs;
    if (!differs) this.place.hidden = true;
    this.button.setAttribute("aria-expanded", String(!this.place.hidden));
    if (!this.place.hidden) this.place.replaceChildren(comparison(this.text, now, ["Where you started", "Now"]));
  }
}
