/** The form in which a trainer says what is to be practised, by whom. */

import { get } from "../lib/api.js";
import { byId, el } from "../lib/dom.js";
import { onSubmit } from "../lib/forms.js";

const form = () => byId("assignment-form");

function check(name, one, chosen) {
  return el("label", { class: "check" }, el("input", { type: "checkbox", name, value: one.id, checked: chosen.has(one.id) }), ` ${one.name}`);
}

function offer(name, found, chosen, empty) {
  // Whom it names already stays to be seen, be they in one's teams or not.
  const known = new Set(found.map((one) => one.id));
  const all = [...found, ...chosen.filter((one) => !known.has(one.id))];
  const ids = new Set(chosen.map((one) => one.id));
  byId(`as-${name}`).replaceChildren(...(all.length ? all.map((one) => check(name, one, ids)) : [el("p", { class: "fine" }, empty)]));
}

/**
 * Fill the form, and send what is in it.
 * @param {any} assignment What it says so far; null for a new one.
 * @param {(body: any) => Promise<void>} send
 */
export async function setUpForm(assignment, send) {
  const fields = form().elements;
  onSubmit("assignment-form", "form-problem", () => send(written()));
  if (assignment) {
    for (const name of ["title", "note", "due_on", "pass_mark", "tries"]) fields[name].value = assignment[name] ?? "";
  } else {
    await offerScenarios(fields);
  }
  const { people, teams } = await get("/review/choices");
  offer("people", people, assignment?.people ?? [], "Nobody yet.");
  offer("teams", teams, assignment?.teams ?? [], "There is no team that you train.");
}

async function offerScenarios(fields) {
  const [{ scenarios }, { levels }] = await Promise.all([get("/scenarios"), get("/levels")]);
  const playable = scenarios.filter((one) => !one.draft);
  fields.scenario.replaceChildren(...playable.map((one) => el("option", { value: one.id }, one.title)));
  const own = () => playable.find((one) => one.id === fields.scenario.value)?.difficulty;
  const offerLevels = () => {
    fields.level.replaceChildren(...levels.map(({ number, title }) => el("option", { value: number }, `${number}, ${title.toLowerCase()}${number === own() ? " (meant for this case)" : ""}`)));
    fields.level.value = String(own());
  };
  fields.scenario.addEventListener("change", offerLevels);
  offerLevels();
}

const number = (text) => (text === "" ? null : Number(text));
const chosen = (name) => [...form().querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value);

function written() {
  const { title, note, due_on: due, pass_mark: mark, tries, scenario, level } = form().elements;
  const body = { title: title.value, note: note.value, due_on: due.value || null, pass_mark: number(mark.value), tries: number(tries.value), people: chosen("people"), teams: chosen("teams") };
  return scenario ? { ...body, scenario: scenario.value, level: number(level.value) } : body;
}
