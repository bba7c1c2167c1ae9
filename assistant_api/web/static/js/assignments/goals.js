/** Goals of teams: how far they are, set by trainers; one that is met is celebrated once on each machine. */

import { get, request } from "../lib/api.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { onSubmit } from "../lib/forms.js";
import { recall, remember } from "../lib/storage.js";
import { day } from "./words.js";

const MEASURES = {
  score: { title: "Mean score", most: 100, says: (target) => `a mean score of ${target}` },
  satisfaction: { title: "Satisfied customers, in per cent", most: 100, says: (target) => `${target} % of customers satisfied` },
  recommend: { title: "Likelihood to recommend, 0 to 10", most: 10, says: (target) => `a likelihood to recommend of ${target}` },
  sessions: { title: "Sessions for each agent", most: 1000, says: (target) => `${counted(target, "session")} for each agent` },
  mistakes: { title: "Mistakes in a session, at most", most: 1000, says: (target) => `no more than ${counted(target, "mistake")} in a session` },
};
const SEEN = "heard.goals.celebrated";

function state(goal) {
  if (goal.met_at) return el("span", { class: "state state-passed" }, `Reached on ${day(goal.met_at)}`);
  if (goal.over) return el("span", { class: "state state-overdue" }, `Not reached by ${day(goal.due_on)}`);
  return goal.due_on && el("span", { class: "state" }, `By ${day(goal.due_on)}`);
}

function row(goal, days, reload) {
  const aim = MEASURES[goal.measure].says(goal.target);
  const now = goal.value === null ? "Nothing counts yet." : `Now ${goal.value}, from ${counted(goal.sessions, "session")} in the last ${days} days.`;
  return el("li", { class: "card assignment-row" },
    el("div", { class: "assignment-main" },
      el("h3", {}, `${goal.team.name}: ${aim}`),
      el("p", { class: "fine" }, now),
      el("progress", { max: 1, value: goal.share, "aria-label": `${goal.team.name}, ${aim}: ${Math.round(goal.share * 100)} % of the way` })),
    el("p", { class: "states" }, state(goal)),
    goal.may_edit && el("div", { class: "button-row" }, el("button", { type: "button", class: "small", "aria-label": `Take away: ${goal.team.name}, ${aim}`, onclick: async () => {
      await request("DELETE", `/goals/${encodeURIComponent(goal.id)}`);
      announce("The goal is taken away");
      await reload();
    } }, "Take away")));
}

function celebrate(goals) {
  const seen = new Set(JSON.parse(recall(SEEN) ?? "[]"));
  const fresh = goals.filter((goal) => goal.met_at && !seen.has(goal.id));
  if (!fresh.length) return;
  remember(SEEN, JSON.stringify([...seen, ...fresh.map((goal) => goal.id)].slice(-200)));
  byId("celebration").replaceChildren(el("div", { class: "celebration", role: "status" },
    el("p", { class: "celebration-title" }, "You did it, together."),
    fresh.map((goal) => el("p", {}, `${goal.team.name} reached ${MEASURES[goal.measure].says(goal.target)} on ${day(goal.met_at)}.`))));
}

async function load() {
  const { goals, days, fewest } = await get("/goals");
  byId("goals-rule").textContent = `Sessions of the last ${days} days count, once their results are told. A goal is reached no sooner than after ${fewest} of them.`;
  byId("goals").replaceChildren(...(goals.length ? goals.map((goal) => row(goal, days, load)) : [el("li", { class: "empty" }, "There is no goal yet.")]));
  if (goals.length) byId("goals-part").hidden = false;
  celebrate(goals);
}

async function setUpGoalForm() {
  const form = byId("goal-form");
  const { teams } = await get("/review/choices");
  form.elements.team.replaceChildren(...teams.map((team) => el("option", { value: team.id }, team.name)));
  form.elements.measure.replaceChildren(...Object.entries(MEASURES).map(([value, { title }]) => el("option", { value }, title)));
  const bound = () => form.elements.target.setAttribute("max", MEASURES[form.elements.measure.value].most);
  form.elements.measure.addEventListener("change", bound);
  bound();
  byId("new-goal").hidden = !teams.length;
  onSubmit("goal-form", "goal-problem", async () => {
    const { team, measure, target, due_on: due } = form.elements;
    await request("POST", "/goals", { body: { team: team.value, measure: measure.value, target: target.value === "" ? null : Number(target.value), due_on: due.value || null } });
    form.reset();
    bound();
    byId("new-goal").open = false;
    announce("The goal is set");
    await load();
  });
}

/** @param {boolean} trains Whether there is a form to set them. */
export function setUpGoals(trains) {
  const quietly = (error) => {
    if (!("title" in error)) throw error;
  };
  load().catch(quietly);
  if (trains) setUpGoalForm().catch(quietly);
}
