/** How the session is to be: who plays the customer, how hard, and with how much help. */

import { byId, el } from "../lib/dom.js";
import { levelWords } from "../lib/levels.js";

const OWN = "";

export class Setup {
  /**
   * @param {object} known
   * @param {any[]} known.personas
   * @param {import("../lib/levels.js").Level[]} known.levels
   * @param {{hints: string, reason: string} | null} known.progress What to suggest; null where it is not known.
   */
  constructor({ personas, levels, progress }) {
    this.personas = new Map(personas.map((each) => [each.id, each]));
    this.levels = levels;
    this.persona = byId("persona");
    this.level = byId("level");
    const asked = new URLSearchParams(location.search);
    this.wanted = { persona: asked.get("persona"), level: asked.get("level") };
    this.persona.replaceChildren(...personas.map((each) => el("option", { value: each.id }, each.name)));
    this.persona.addEventListener("change", () => this.tell());
    this.level.addEventListener("change", () => this.tell());
    const hints = asked.get("hints") ?? progress?.hints ?? "on_request";
    for (const radio of document.querySelectorAll("input[name=hints]")) radio.checked = radio.value === hints;
    byId("hints-reason").textContent = progress?.reason ?? "";
  }

  /** @param {{persona: string, difficulty: number}} scenario */
  scenario({ persona, difficulty }) {
    byId("persona-field").hidden = false;
    this.persona.value = this.personas.has(this.wanted.persona) ? this.wanted.persona : persona;
    this.offerLevels(String(difficulty));
  }

  /** Nothing is known of the case, so its own level has no number here. */
  surprise() {
    byId("persona-field").hidden = true;
    this.offerLevels(OWN);
  }

  offerLevels(own) {
    const options = this.levels.map(({ number, title }) =>
      el("option", { value: number }, `${number}, ${title.toLowerCase()}${String(number) === own ? " (meant for this case)" : ""}`));
    if (own === OWN) options.unshift(el("option", { value: OWN }, "As the case has it"));
    this.level.replaceChildren(...options);
    this.level.value = this.levels.some(({ number }) => String(number) === this.wanted.level) ? this.wanted.level : own;
    this.tell();
  }

  tell() {
    byId("persona-description").textContent = this.personas.get(this.persona.value)?.description ?? "";
    const level = this.levels.find(({ number }) => String(number) === this.level.value);
    byId("level-description").textContent = level?.description ?? "You will know it by how they behave.";
    byId("level-more").hidden = !level;
    byId("level-words").replaceChildren(...(level ? levelWords(level) : []).map(([name, words]) => el("div", {}, el("dt", {}, name), el("dd", {}, words))));
  }

  /** @returns {{level: number | null, persona: string, hints: string}} */
  get chosen() {
    const hints = /** @type {HTMLInputElement} */ (document.querySelector("input[name=hints]:checked"))?.value ?? "on_request";
    return { level: this.level.value ? Number(this.level.value) : null, persona: this.persona.value, hints };
  }
}
