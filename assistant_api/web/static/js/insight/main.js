/** Where somebody, a team or everybody stands; whose, and over which weeks, stands in the address. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { countCharts } from "./counts.js";
import { heatMap, scoreLine } from "./overweeks.js";

const FIELDS = ["person", "team", "everybody", "weeks", "mark"];
const whose = /** @type {HTMLSelectElement | null} */ (document.getElementById("whose"));

/** What the address asks for; what it does not know is left to the server to refuse. */
const asked = () => new URLSearchParams(location.search);

/** @param {any} insight @returns {HTMLElement} Who else sees this: told to the trainee before any figure. */
function seenBy(insight) {
  const names = insight.seen_by;
  const who = names.length ? names.join(", ") : "nobody else, for you have no trainer here";
  const first = `Results are yours first: a session counts for them once you have opened its debrief, or ${insight.told_after_hours} hours after its end.`;
  return el("section", { class: "card chart-wide", "aria-labelledby": "seen-title" },
    el("h2", { class: "card-title", id: "seen-title" }, "Who sees this"),
    el("p", {}, "Besides you: ", el("strong", {}, who), "."),
    names.length > 0 && el("p", {}, first, " They then see what you see here, added up with others' for a team, and can read your sessions to coach you."));
}

function head(insight) {
  const { about, sessions, people, untold, few, replies } = insight;
  const many = about.kind === "team" || about.kind === "everybody";
  return el("section", { class: "card chart-wide", "aria-labelledby": "whole-title" },
    el("h2", { class: "card-title", id: "whole-title" }, about.kind === "me" ? "Your own practice" : about.name),
    el("p", {}, counted(sessions, "session"), many && ` by ${counted(people, "person", "people")}`, ` in ${counted(insight.weeks.length, "week")}`,
      replies !== null && `, ${counted(Number(replies.toFixed(1)), "reply", "replies")} each on average`, "."),
    about.kind === "team" && el("p", { class: "fine" }, "Agents of the team alone; what its trainers practise themselves is left out."),
    untold > 0 && el("p", {}, `${counted(untold, "session")} more ${untold === 1 ? "is" : "are"} not counted: results reach the trainee first, and you ${insight.told_after_hours} hours after the end, or as soon as the debrief was opened.`),
    sessions > 0 && sessions < few && el("p", {}, "These are too few to read anything into the means below."),
    about.kind === "person" && el("p", {}, el("a", { href: `/review?person=${encodeURIComponent(about.id)}` }, "Read their sessions")));
}

const empty = (insight) => el("section", { class: "card chart-wide" },
  el("h2", { class: "card-title" }, "Nothing to draw yet"),
  el("p", {}, "No practice session ended in these weeks", insight.untold > 0 && " that may be shown already", "."),
  insight.about.kind === "me" && el("p", { class: "button-row" }, el("a", { class: "button primary", href: "/practice" }, "Practise now")));

function show(insight) {
  const place = byId("insight");
  place.setAttribute("aria-busy", "false");
  byId("insight-title").textContent = insight.about.kind === "me" ? "Your insight" : `Insight: ${insight.about.name}`;
  place.replaceChildren(
    head(insight),
    ...(insight.about.kind === "me" ? [seenBy(insight)] : []),
    ...(insight.sessions ? [heatMap(insight), scoreLine(insight), ...countCharts(insight)] : [empty(insight)]),
  );
  announce(`Figures of ${counted(insight.sessions, "session")}`);
}

function fillIn() {
  const query = asked();
  for (const name of ["weeks", "mark"]) if (query.has(name)) byId(name).value = query.get(name);
  const key = ["person", "team", "everybody"].find((name) => query.has(name));
  if (whose) whose.value = key ? `${key}=${query.get(key)}` : "";
}

/** People and teams to choose from. */
async function offer() {
  if (!whose) return;
  const { people, teams } = await get("/review/choices");
  const options = (name, each) => each.map((one) => el("option", { value: `${name}=${one.id}` }, one.name));
  if (whose.options.length > 1) return;
  if (byId("choice").dataset.admin) whose.append(el("option", { value: "everybody=yes" }, "Everybody"));
  if (teams.length) whose.append(el("optgroup", { label: "Teams" }, options("team", teams)));
  if (people.length) whose.append(el("optgroup", { label: "People" }, options("person", people)));
  fillIn();
}

async function load() {
  await offer();
  const query = new URLSearchParams([...asked()].filter(([name]) => FIELDS.includes(name)));
  show(await get(`/insight?${query}`));
}

const retrier = new Retrier(() => loadInto(byId("insight-problem"), load, retrier).finally(() => {
  if (byId("insight-problem").childElementCount) byId("insight").replaceChildren();
}));

byId("choice").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = new URLSearchParams(whose?.value ?? "");
  for (const name of ["weeks", "mark"]) query.set(name, byId(name).value);
  history.pushState(null, "", `?${query}`);
  retrier.now();
});
addEventListener("popstate", () => {
  fillIn();
  retrier.now();
});
fillIn();
retrier.now();
