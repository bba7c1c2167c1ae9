/** One session in Review: its transcript, the way to its debrief, and deleting it. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { followTurns } from "../lib/jump.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { rewindButton } from "../lib/rewind.js";
import { remember, sessionKey } from "../lib/storage.js";
import { when } from "../lib/when.js";
import { transcript } from "./transcript.js";

const id = byId("review").dataset.session;
const path = `/sessions/${encodeURIComponent(id)}`;

function head(session) {
  return [
    el("h1", {}, session.scenario.title),
    el("p", { class: "lead" },
      `${session.persona.name} · ${when(session.started_at)} · ${counted(session.turns.length, "turn")}`),
    el("p", {}, session.ending ? [el("strong", {}, session.ending.title), ". ", session.ending.text] : "This session is still open."),
    el("p", { class: "button-row" },
      session.status === "ended" && el("a", { class: "button primary", href: `/debrief/${encodeURIComponent(id)}` }, "Read the debrief"),
      session.status === "open" && el("a", { class: "button primary", href: `/practice/${encodeURIComponent(id)}` }, "Go on with it"),
      el("button", { type: "button", id: "delete", onclick: () => byId("delete-dialog").showModal() }, "Delete this session")),
  ];
}

async function load() {
  const session = await get(path);
  document.title = `${session.scenario.title} · Review · HEARD Coach`;
  byId("review-head").replaceChildren(...head(session));
  byId("review-body").replaceChildren(transcript(session, (turn) => rewindButton(id, turn)));
  byId("review-body").setAttribute("aria-busy", "false");
  followTurns();
}

byId("delete-confirm").addEventListener("click", async () => {
  try {
    await request("DELETE", path);
    // The text that was never sent belongs to the session, too.
    remember(sessionKey(id), null);
    location.assign("/review");
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("delete-problem").replaceChildren(problemNotice(error));
  }
});
const retrier = new Retrier(() => loadInto(byId("review-problem"), load, retrier));
retrier.now();
