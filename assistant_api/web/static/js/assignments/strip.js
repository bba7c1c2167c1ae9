/** What is assigned to whoever practises, on the Practice page; it stays away where there is nothing to do. */

import { get } from "../lib/api.js";
import { byId, el } from "../lib/dom.js";
import { tags, task, tryButton } from "./words.js";

const SHOWN = 3;

function row(one) {
  return el("li", { class: "assigned-row" },
    el("div", {},
      el("p", { class: "assigned-name" }, el("a", { href: `/assignments/${encodeURIComponent(one.id)}` }, one.title), " ", tags(one.mine, one.due_on)),
      el("p", { class: "fine" }, task(one))),
    tryButton(one, one.mine, byId("assigned-problem")));
}

const urgency = ({ mine, due_on: due }) => `${mine.overdue ? 0 : 1} ${due ?? "9999"}`;

get("/assignments").then(({ mine }) => {
  const todo = mine.filter((one) => !one.closed_at && ["not_begun", "begun"].includes(one.mine.state));
  if (!todo.length) return;
  todo.sort((a, b) => urgency(a).localeCompare(urgency(b)));
  byId("assigned-list").replaceChildren(...todo.slice(0, SHOWN).map(row));
  byId("assigned").hidden = false;
}, () => {});
