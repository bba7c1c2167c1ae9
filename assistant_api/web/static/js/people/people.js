/** People and their teams. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { exportMenu } from "../lib/exporting.js";
import { loadInto } from "../lib/notice.js";
import { when } from "../lib/when.js";
import { setUpAdmin } from "./managing.js";

const place = byId("people");
const admin = Boolean(place.dataset.admin);

const reads = (person) => person.id === place.dataset.viewer;

function presence(person) {
  if (reads(person)) return "Here now";
  return person.seen_at ? `Here last on ${when(person.seen_at)}` : "Not been here yet";
}

function status(person) {
  if (!person.active) return el("span", { class: "tag tag-off" }, "Deactivated");
  // Where nobody signs in one is here without a password.
  if (person.invited && !person.seen_at && !reads(person)) return el("span", { class: "tag tag-waiting" }, "Invited");
  return null;
}

const linkName = (person) => (person.invited ? "New invitation" : "New password link");

function row(person, teams, acts) {
  const names = person.teams.map((id) => teams.find((team) => team.id === id)?.name).filter(Boolean);
  return el("li", { class: "person-row" },
    el("div", { class: "person-who" },
      el("p", { class: "person-name" }, person.name, " ", status(person)),
      el("p", { class: "fine" }, person.login)),
    el("div", { class: "person-facts" },
      el("p", {}, person.role[0].toUpperCase() + person.role.slice(1), names.length ? ` · ${names.join(", ")}` : ""),
      el("p", { class: "fine" }, presence(person))),
    el("div", { class: "button-row" },
      exportMenu(`person/${encodeURIComponent(person.id)}`, `the sessions of ${person.name}`),
      admin && el("button", { type: "button", class: "small", onclick: () => acts.change(person), "aria-label": `Change ${person.name}` }, "Change"),
      admin && person.active && el("button", { type: "button", class: "small", onclick: () => acts.link(person), "aria-label": `${linkName(person)} for ${person.name}` }, linkName(person))));
}

async function load() {
  const { people, teams } = await get("/people");
  place.setAttribute("aria-busy", "false");
  place.replaceChildren(
    people.length
      ? el("ul", { class: "person-list" }, people.map((person) => row(person, teams, acts)))
      : el("p", { class: "card" }, "There is nobody in your teams yet."),
    !admin && teams.length > 0 && el("p", { class: "fine" }, `Your ${teams.length === 1 ? "team" : "teams"}: `, teams.map((team) => `${team.name} (${counted(team.members, "person", "people")})`).join(", ")) || "",
  );
  acts?.show(teams);
}

const retrier = new Retrier(() => loadInto(byId("people-problem"), load, retrier));
const acts = admin ? setUpAdmin(async (told) => { await load(); announce(told); }) : undefined;
retrier.now();
