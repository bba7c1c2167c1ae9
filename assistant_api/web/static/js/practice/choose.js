/** Choosing a scenario and how it is played, and starting the session. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId } from "../lib/dom.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { briefCard } from "./brief.js";
import { SURPRISE, scenarioCard, surpriseCard } from "./cards.js";
import { Filters } from "./filters.js";
import { showOpenSessions } from "./opensessions.js";
import { Setup } from "./setup.js";
import { setUpPanel } from "./startpanel.js";
import { showTrend } from "./trend.js";

const form = byId("choose");
const start = byId("start");
const wanted = new URLSearchParams(location.search).get("scenario");
const panel = setUpPanel();
let scenarios = new Map();
/** @type {Setup} */
let setup;

const chosenId = () => form.elements.scenario?.value ?? "";

function chooseSurprise() {
  byId("start-problem").replaceChildren();
  panel.title("Surprise me");
  byId("briefing-body").textContent =
    "You get your brief when the conversation opens: what an agent would see of the order, and what you may offer. Who they are and what is behind it, you find out.";
  setup.surprise();
  ready();
}

async function choose(id) {
  panel.title(scenarios.get(id).title);
  const retrier = new Retrier(() => choose(id));
  await loadInto(byId("start-problem"), async () => {
    const scenario = await get(`/scenarios/${encodeURIComponent(id)}`);
    if (chosenId() !== id) return;
    byId("briefing-body").replaceChildren(briefCard(scenario));
    setup.scenario(scenario);
    ready();
  }, retrier);
}

function ready() {
  byId("settings").hidden = false;
  start.disabled = false;
}

/** Without one's own past, practising works all the same. */
async function past() {
  return get("/progress").catch((error) => {
    if (!("title" in error)) throw error;
    return null;
  });
}

async function load() {
  const [scenarioAnswer, personaAnswer, levelAnswer, progress] = await Promise.all([get("/scenarios"), get("/personas"), get("/levels"), past()]);
  scenarios = new Map(scenarioAnswer.scenarios.map((each) => [each.id, each]));
  setup = new Setup({ personas: personaAnswer.personas, levels: levelAnswer.levels, progress });
  if (progress) showTrend(progress);
  const set = byId("scenarios");
  set.replaceChildren(surpriseCard(), ...scenarioAnswer.scenarios.map(scenarioCard));
  set.setAttribute("aria-busy", "false");
  byId("finder").hidden = false;
  new Filters(scenarioAnswer.scenarios, (shown) => {
    for (const card of set.children) card.hidden = card.dataset.id !== SURPRISE && !shown.has(card.dataset.id);
  });
  if (wanted !== SURPRISE && !scenarios.has(wanted)) return;
  form.elements.scenario.value = wanted;
  if (wanted === SURPRISE) chooseSurprise();
  else await choose(wanted);
}

async function begin() {
  start.disabled = true;
  start.textContent = "The customer is on the way …";
  const { level, persona, hints } = setup.chosen;
  const who = chosenId() === SURPRISE ? { blind: true } : { scenario: chosenId(), persona, blind: false };
  try {
    const session = await request("POST", "/sessions", { body: { ...who, hints, ...(level ? { level } : {}) } });
    location.assign(`/practice/${encodeURIComponent(session.id)}`);
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("start-problem").replaceChildren(problemNotice(error, { retry: begin }));
    start.disabled = false;
    start.textContent = "Start the conversation";
  }
}

form.addEventListener("change", (event) => {
  if (event.target.name !== "scenario") return;
  if (event.target.value === SURPRISE) chooseSurprise();
  else choose(event.target.value);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!start.disabled) begin();
});
// A page that comes back from the browser's memory shows the button as it was left.
addEventListener("pageshow", (event) => event.persisted && location.reload());

const listRetrier = new Retrier(() => loadInto(byId("start-problem"), load, listRetrier));
listRetrier.now();
showOpenSessions();
