/** One's own sessions that have not ended yet, to go on with. */

import { get, request } from "../lib/api.js";
import { byId, counted, el } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";
import { when } from "../lib/when.js";

const LOOKED_AT = 50;
const SHOWN = 4;

const address = ({ id }) => `/practice/${encodeURIComponent(id)}`;

async function resume(session) {
  try {
    await request("POST", `/sessions/${encodeURIComponent(session.id)}/resume`, { body: {} });
    location.assign(address(session));
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("open-problem").replaceChildren(problemNotice(error));
  }
}

function row(session) {
  const said = session.turns ? counted(session.turns, "turn") : "nothing said yet";
  return el(
    "li",
    { class: "open-row" },
    el("div", {}, el("strong", {}, session.scenario.title),
      el("p", { class: "fine" }, `${session.persona.name} · ${said} · begun ${when(session.started_at)}${session.paused ? " · paused" : ""}`)),
    session.paused
      ? el("button", { type: "button", onclick: () => resume(session), "aria-label": `Resume: ${session.scenario.title}` }, "Resume")
      : el("a", { class: "button", href: address(session), "aria-label": `Go on: ${session.scenario.title}` }, "Go on"),
  );
}

/** Fill the section; it stays away where there is nothing to go on with, or nobody can tell. */
export async function showOpenSessions() {
  const answer = await get(`/sessions?limit=${LOOKED_AT}`).catch((error) => {
    if (!("title" in error)) throw error;
    return { sessions: [] };
  });
  const open = answer.sessions.filter((session) => session.status === "open");
  if (!open.length) return;
  byId("open-list").replaceChildren(...open.slice(0, SHOWN).map(row));
  byId("open-more").hidden = open.length <= SHOWN;
  byId("open-sessions").hidden = false;
}
