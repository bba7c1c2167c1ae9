/** Choosing a scenario and a customer, and starting the session. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, el } from "../lib/dom.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { briefCard, channelName } from "./brief.js";

const form = byId("choose");
const start = byId("start");
const personaSelect = byId("persona");
const wanted = new URLSearchParams(location.search);
let scenarios = new Map();
let personas = new Map();

function card(scenario) {
  return el(
    "label",
    { class: "scenario-card" },
    el("input", { type: "radio", name: "scenario", value: scenario.id }),
    el(
      "span",
      { class: "scenario-text" },
      el("strong", {}, scenario.title),
      el("span", {}, scenario.summary),
      el("span", { class: "fine" }, `${channelName(scenario.channel)} · difficulty ${scenario.difficulty} of 5`),
    ),
  );
}

function describePersona() {
  byId("persona-description").textContent = personas.get(personaSelect.value)?.description ?? "";
}

async function choose(id) {
  const known = scenarios.get(id);
  byId("briefing-title").textContent = known.title;
  const retrier = new Retrier(() => choose(id));
  await loadInto(byId("start-problem"), async () => {
    const scenario = await get(`/scenarios/${encodeURIComponent(id)}`);
    if (form.elements.scenario.value !== id) return;
    byId("briefing-body").replaceChildren(briefCard(scenario));
    personaSelect.value = personas.has(wanted.get("persona")) ? wanted.get("persona") : scenario.persona;
    describePersona();
    byId("persona-field").hidden = false;
    start.disabled = false;
  }, retrier);
}

async function load() {
  const [scenarioAnswer, personaAnswer] = await Promise.all([get("/scenarios"), get("/personas")]);
  scenarios = new Map(scenarioAnswer.scenarios.map((each) => [each.id, each]));
  personas = new Map(personaAnswer.personas.map((each) => [each.id, each]));
  const set = byId("scenarios");
  set.replaceChildren(set.querySelector("legend"), ...scenarioAnswer.scenarios.map(card));
  set.setAttribute("aria-busy", "false");
  personaSelect.replaceChildren(...personaAnswer.personas.map((each) => el("option", { value: each.id }, each.name)));
  const first = wanted.get("scenario");
  if (scenarios.has(first)) {
    form.elements.scenario.value = first;
    await choose(first);
  }
}

async function begin() {
  start.disabled = true;
  start.textContent = "The customer is on the way …";
  const body = { scenario: form.elements.scenario.value, persona: personaSelect.value };
  try {
    const session = await request("POST", "/sessions", { body });
    location.assign(`/practice/${encodeURIComponent(session.id)}`);
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("start-problem").replaceChildren(problemNotice(error, { retry: begin }));
    start.disabled = false;
    start.textContent = "Start the conversation";
  }
}

form.addEventListener("change", (event) => {
  if (event.target.name === "scenario") choose(event.target.value);
  if (event.target === personaSelect) describePersona();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin();
});
// A page that comes back from the browser's memory shows the button as it was left.
addEventListener("pageshow", (event) => event.persisted && location.reload());

const listRetrier = new Retrier(() => loadInto(byId("start-problem"), load, listRetrier));
listRetrier.now();
