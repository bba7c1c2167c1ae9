/** One assignment: where one stands, where one's people stand, and changing it. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { when } from "../lib/when.js";
import { setUpForm } from "./form.js";
import { day, taken, tags, task, tryButton } from "./words.js";

const path = `/assignments/${encodeURIComponent(byId("one").dataset.id)}`;
let formIsUp = false;

function outcome(one) {
  if (!one.ended_at) return "goes on";
  if (one.score === null) return "has no score";
  return `${one.score} of 100${one.passed ? ", passed" : ""}`;
}

function showMine(assignment) {
  const { mine } = assignment;
  byId("mine-part").hidden = !mine;
  if (!mine) return;
  const tries = mine.tries.map((one) => el("li", {},
    `${when(one.started_at)}: ${outcome(one)} `,
    one.ended_at && el("a", { href: `/debrief/${encodeURIComponent(one.session)}`, "aria-label": `Debrief of ${when(one.started_at)}` }, "Debrief")));
  byId("mine").replaceChildren(
    el("p", { class: "states" }, tags(mine, assignment.due_on)),
    el("p", {}, taken(mine)),
    mine.tries.length > 0 && el("ol", { class: "try-list" }, tries) || "",
    el("div", { class: "button-row" },
      tryButton(assignment, mine, byId("start-problem")),
      mine.certificate && el("a", { class: "button", href: `/certificates/${mine.certificate}` }, "Your certificate")),
    el("p", { class: "fine" }, assignment.scenario.there
      ? "Hints come when you ask for them. A turn taken again after the end teaches you something, but is no try."
      : "The scenario is no longer there, so nobody can try it now."));
}

function personRow(one, due) {
  return el("tr", {},
    el("th", { scope: "row" }, one.person.name),
    el("td", {}, el("span", { class: "states" }, tags(one, due)), one.untold > 0 && el("p", { class: "fine" }, `${counted(one.untold, "result")} not told yet`)),
    el("td", { class: "figure" }, one.tries_left === null ? one.tries_taken : `${one.tries_taken} of ${one.tries_taken + one.tries_left}`),
    el("td", { class: "figure" }, one.best ?? "–"),
    el("td", {}, one.certificate ? el("a", { href: `/certificates/${one.certificate}`, "aria-label": `${day(one.passed_at)}, certificate of ${one.person.name}` }, day(one.passed_at)) : "–"),
    el("td", {}, one.tries.filter((each) => each.ended_at).map((each, index) => [el("a", { href: `/review/${encodeURIComponent(each.session)}`, "aria-label": `Try ${index + 1} of ${one.person.name}` }, `Try ${index + 1}`), " "])));
}

function showProgress({ progress, due_on: due }) {
  byId("progress-part").hidden = !progress;
  if (!progress) return;
  byId("progress").replaceChildren(progress.length
    ? el("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Table: person, state, tries, best score" },
        el("table", {},
          el("thead", {}, el("tr", {}, ["Person", "State", "Tries", "Best", "Passed on", "Sessions"].map((name) => el("th", { scope: "col" }, name)))),
          el("tbody", {}, progress.map((one) => personRow(one, due)))))
    : el("p", { class: "empty" }, "Nobody has it now."));
}

async function change(body) {
  const changed = await request("PUT", path, { body });
  show(changed);
  announce("The assignment is saved");
}

function showClosing(assignment) {
  byId("edit").hidden = byId("closing").hidden = !assignment.may_edit;
  if (!assignment.may_edit) return;
  byId("close").textContent = assignment.closed_at ? "Open it again" : "Close it";
  byId("close-hint").textContent = assignment.closed_at ? "Then tries can be begun again." : "Then nobody begins another try. What was reached stays.";
  byId("close").onclick = async () => {
    const { title, note, due_on, pass_mark, tries, people, teams } = assignment;
    const ids = (list) => list.map((one) => one.id);
    try {
      await change({ title, note, due_on, pass_mark, tries, people: ids(people), teams: ids(teams), closed: !assignment.closed_at });
      byId("one-problem").replaceChildren();
    } catch (error) {
      if (!("title" in error)) throw error;
      byId("one-problem").replaceChildren(problemNotice(error));
    }
  };
  if (formIsUp) return;
  formIsUp = true;
  setUpForm(assignment, async (body) => {
    await change({ ...body, closed: byId("one").dataset.closed === "1" });
    byId("edit").open = false;
  });
}

function show(assignment) {
  document.title = `${assignment.title} · HEARD Coach`;
  byId("title").textContent = assignment.title;
  byId("what").textContent = task(assignment);
  byId("note").textContent = assignment.note;
  byId("note").hidden = !assignment.note;
  byId("one").dataset.closed = assignment.closed_at ? "1" : "";
  showMine(assignment);
  showProgress(assignment);
  showClosing(assignment);
  document.querySelector("#one > .loading")?.remove();
  byId("one").setAttribute("aria-busy", "false");
}

const retrier = new Retrier(() => loadInto(byId("one-problem"), async () => show(await get(path)), retrier));
retrier.now();
addEventListener("pageshow", (event) => event.persisted && location.reload());
