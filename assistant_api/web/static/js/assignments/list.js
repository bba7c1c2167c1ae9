/** One's own assignments, those of one's people, and the goals of one's teams. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { setUpForm } from "./form.js";
import { setUpGoals } from "./goals.js";
import { taken, tags, task, tryButton } from "./words.js";

const trains = Boolean(document.getElementById("assignment-form"));
const address = (one) => `/assignments/${encodeURIComponent(one.id)}`;

function ownRow(one) {
  const problem = el("div", {});
  return el("li", { class: "card assignment-row" },
    el("div", { class: "assignment-main" },
      el("h3", {}, el("a", { href: address(one) }, one.title)),
      el("p", { class: "fine" }, task(one)),
      el("p", { class: "fine" }, taken(one.mine))),
    el("p", { class: "states" }, tags(one.mine, one.due_on)),
    el("div", { class: "button-row" },
      tryButton(one, one.mine, problem),
      one.mine.certificate && el("a", { class: "button", href: `/certificates/${one.mine.certificate}`, "aria-label": `Certificate: ${one.title}` }, "Certificate")),
    problem);
}

function managedRow(one) {
  const { people, passed, not_begun: waiting, overdue } = one.counts;
  const told = people ? [`${passed} of ${people} passed`, waiting && `${waiting} not begun`, overdue && `${overdue} overdue`] : ["Nobody has it now"];
  return el("li", { class: "card assignment-row" },
    el("div", { class: "assignment-main" },
      el("h3", {}, el("a", { href: address(one) }, one.title)),
      el("p", { class: "fine" }, task(one).replace("as many tries as you like", "no limit of tries"))),
    el("div", { class: "assignment-count" },
      el("p", {}, told.filter(Boolean).join(" · ")),
      people > 0 && el("progress", { max: people, value: passed, "aria-label": `${one.title}: ${passed} of ${counted(people, "person", "people")} passed` })));
}

const nothing = (text) => el("li", { class: "empty" }, text);

async function load() {
  const { mine, managed } = await get("/assignments");
  byId("mine-part").hidden = !mine.length && trains;
  byId("mine").replaceChildren(...(mine.length ? mine.map(ownRow) : [nothing("Nothing is assigned to you. Practise what you like.")]));
  if (trains) byId("managed").replaceChildren(...(managed.length ? managed.map(managedRow) : [nothing("Nothing is assigned yet.")]));
  document.querySelector("#parts > .loading")?.remove();
  byId("parts").setAttribute("aria-busy", "false");
}

const retrier = new Retrier(() => loadInto(byId("list-problem"), load, retrier));
retrier.now();
setUpGoals(trains);
if (trains) {
  setUpForm(null, async (body) => {
    const made = await request("POST", "/assignments", { body });
    location.assign(address(made));
  }).catch((error) => {
    if (!("title" in error)) throw error;
  });
}
