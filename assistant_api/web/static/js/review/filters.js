/** The filters of the list. The address holds them, so that a list can be kept, sent and gone back to. */

import { byId, counted, el } from "../lib/dom.js";

/** Typing settles for so long before the list is asked for. */
const PAUSE_MS = 300;
const UNCOUNTED = new Set(["q", "sort", "before"]);

/** @returns {URLSearchParams} What the address asks for, without what is empty or no filter. */
export function wanted() {
  const known = new Set([...fields()].map((field) => field.name).concat("before"));
  return new URLSearchParams([...new URLSearchParams(location.search)].filter(([name, value]) => known.has(name) && value));
}

/** @returns {HTMLInputElement[]} */
function fields() {
  return [...byId("filters").elements].filter((field) => field.name);
}

/** Show in the form what the address asks for. */
export function showFilters() {
  const asked = wanted();
  for (const field of fields()) {
    const value = asked.get(field.name) ?? "";
    field.value = value;
    // An address may ask for what can no longer be chosen; the list says that nothing fits.
    if (value && field.value !== value) {
      field.append(el("option", { value }, value));
      field.value = value;
    }
  }
  const sort = byId("filter-sort");
  if (!sort.value) sort.value = "newest";
  const count = [...asked.keys()].filter((name) => !UNCOUNTED.has(name)).length;
  byId("filter-count").textContent = count ? `${counted(count, "filter")} set` : "";
  byId("filter-clear").hidden = !count && !asked.has("q");
  if (count) byId("filter-more").open = true;
}

/** @param {string} id @param {{id: string, title?: string, name?: string}[]} choices */
function offer(id, choices) {
  byId(id).append(...choices.map((one) => el("option", { value: one.id }, one.title ?? one.name)));
}

/** @param {any} choices The API's. */
export function offerChoices({ people, teams, scenarios, endings }) {
  offer("filter-person", people);
  offer("filter-team", teams);
  offer("filter-scenario", scenarios);
  offer("filter-ending", endings);
  // Where there is one person, or no team, there is nothing to choose.
  byId("filter-person").closest(".field").hidden = people.length < 2;
  byId("filter-team").closest(".field").hidden = teams.length === 0;
}

/** @param {() => void} onChange Called when the address asks for something else. */
export function followFilters(onChange) {
  const form = byId("filters");
  let timer = 0;
  const take = () => {
    clearTimeout(timer);
    const asked = new URLSearchParams(fields().filter((field) => field.value && !(field.name === "sort" && field.value === "newest"))
      .map((field) => [field.name, field.value.trim()]));
    if (asked.toString() === wanted().toString()) return;
    history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
    changed();
  };
  const changed = () => {
    showFilters();
    onChange();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take();
  });
  form.addEventListener("change", take);
  byId("filter-sort").addEventListener("change", take);
  byId("filter-q").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(take, PAUSE_MS);
  });
  byId("filter-clear").addEventListener("click", () => {
    history.pushState(null, "", location.pathname);
    changed();
    byId("filter-q").focus();
  });
  addEventListener("popstate", changed);
}
