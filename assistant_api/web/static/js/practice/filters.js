/** Which of the scenarios are shown: a search and three filters, kept in the address. */

import { byId, counted, el } from "../lib/dom.js";
import { ORDERS, channelName, touchpointName } from "../lib/names.js";

const NAMES = { touchpoint: touchpointName, channel: channelName, difficulty: (/** @type {string} */ level) => `Level ${level}` };
const ANY = { touchpoint: "Any time", channel: "Any channel", difficulty: "Any level" };
const KEYS = Object.keys(NAMES);

/** All that a search looks at, in small letters. */
const textOf = (scenario) =>
  [scenario.title, scenario.summary, scenario.inquiry.replaceAll("_", " "), channelName(scenario.channel), touchpointName(scenario.touchpoint)]
    .join(" ")
    .toLowerCase();

export class Filters {
  /**
   * @param {any[]} scenarios
   * @param {(shown: Set<string>) => void} onChange Gets the ids of those that pass.
   */
  constructor(scenarios, onChange) {
    this.scenarios = scenarios;
    this.texts = new Map(scenarios.map((each) => [each.id, textOf(each)]));
    this.onChange = onChange;
    this.search = byId("search");
    this.selects = new Map(KEYS.map((key) => [key, byId(`filter-${key}`)]));
    const asked = new URLSearchParams(location.search);
    this.search.value = asked.get("q") ?? "";
    for (const [key, select] of this.selects) {
      const wanted = asked.get(key) ?? "";
      select.replaceChildren(el("option", { value: "" }, ANY[key]), ...ORDERS[key].map((value) => el("option", { value }, NAMES[key](value))));
      select.value = ORDERS[key].includes(wanted) ? wanted : "";
      select.addEventListener("change", () => this.apply());
    }
    this.search.addEventListener("input", () => this.apply());
    // Enter would start the conversation.
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    for (const button of document.querySelectorAll(".clear-filters")) button.addEventListener("click", () => this.clear());
    this.apply();
  }

  clear() {
    this.search.value = "";
    for (const select of this.selects.values()) select.value = "";
    this.apply();
    this.search.focus();
  }

  /** @param {any} scenario @param {string} [but] A filter that is left out of account. */
  passes(scenario, but) {
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    return (
      words.every((word) => this.texts.get(scenario.id).includes(word)) &&
      [...this.selects].every(([key, { value }]) => key === but || !value || String(scenario[key]) === value)
    );
  }

  apply() {
    const shown = this.scenarios.filter((each) => this.passes(each));
    for (const [key, select] of this.selects) this.count(key, select);
    const all = this.scenarios.length;
    byId("found").textContent = shown.length === all ? counted(all, "scenario") : `${shown.length} of ${counted(all, "scenario")}`;
    byId("nothing-found").hidden = shown.length > 0;
    byId("clear").hidden = shown.length === all || shown.length === 0;
    this.remember();
    this.onChange(new Set(shown.map((each) => each.id)));
  }

  /** Beside each choice, how many it would leave. */
  count(key, select) {
    const open = this.scenarios.filter((each) => this.passes(each, key));
    for (const option of select.options) {
      if (!option.value) continue;
      const many = open.filter((each) => String(each[key]) === option.value).length;
      option.textContent = `${NAMES[key](option.value)} (${many})`;
      option.disabled = many === 0 && option.value !== select.value;
    }
  }

  remember() {
    const asked = new URLSearchParams(location.search);
    const put = (key, value) => (value ? asked.set(key, value) : asked.delete(key));
    put("q", this.search.value.trim());
    for (const [key, { value }] of this.selects) put(key, value);
    const query = asked.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }
}
