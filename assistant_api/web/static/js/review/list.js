/** The list of sessions, newest first, a page at a time. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { bandTitle } from "../lib/mood.js";
import { loadInto } from "../lib/notice.js";
import { when } from "../lib/when.js";

const PAGE = 20;
const before = new URLSearchParams(location.search).get("before");

function outcome(session) {
  if (session.status === "open") return el("span", { class: "outcome outcome-open" }, "Still open");
  return el("span", { class: `outcome outcome-${session.ending?.kind ?? "none"}` }, session.ending?.title ?? "Ended");
}

function row(session) {
  const path = `${session.status === "open" ? "/practice" : "/review"}/${encodeURIComponent(session.id)}`;
  return el(
    "li",
    { class: "session-row" },
    el("div", { class: "session-main" },
      el("a", { href: path, class: "session-link" }, session.scenario.title),
      el("p", { class: "fine" }, `${session.persona.name} · ${when(session.started_at)}`)),
    el("div", { class: "session-facts" },
      outcome(session),
      session.mood && el("span", { class: "fine" }, bandTitle(session.mood.band)),
      Number.isInteger(session.turns) && el("span", { class: "fine" }, counted(session.turns, "turn"))),
    el("div", { class: "session-score" },
      el("p", {}, Number.isInteger(session.score) ? [el("strong", {}, session.score), el("span", { class: "fine" }, " of 100")] : el("span", { class: "fine" }, "No score yet")),
      session.status === "ended" && el("a", { class: "debrief-link", href: `/debrief/${encodeURIComponent(session.id)}`, "aria-label": `Debrief: ${session.scenario.title}` }, "Debrief")),
  );
}

async function load() {
  const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
  const answer = await get(`/sessions?${query}`);
  const place = byId("sessions");
  place.setAttribute("aria-busy", "false");
  place.replaceChildren(
    answer.sessions.length
      ? el("ol", { class: "session-list" }, answer.sessions.map(row))
      : el("div", { class: "card empty-state" },
          el("h2", {}, before ? "There are no older sessions" : "No sessions yet"),
          el("p", {}, "Play one, and it will be here to read sentence by sentence."),
          el("p", {}, el("a", { class: "button primary", href: "/practice" }, "Go to Practice"))),
  );
  const links = [
    before && el("a", { class: "button", href: "/review" }, "Newest sessions"),
    answer.next && el("a", { class: "button", href: `/review?${new URLSearchParams({ before: answer.next })}` }, "Older sessions"),
  ].filter(Boolean);
  byId("paging").replaceChildren(...links);
  byId("paging").hidden = links.length === 0;
}

const retrier = new Retrier(() => loadInto(byId("list-problem"), load, retrier));
retrier.now();
