/** One session in Review: transcript with all that was said about it, mood and score beside it, and deleting it. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { exportMenu } from "../lib/exporting.js";
import { followTurns } from "../lib/jump.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { rewindButton } from "../lib/rewind.js";
import { remember, sessionKey } from "../lib/storage.js";
import { when } from "../lib/when.js";
import { disputeSection } from "./dispute.js";
import { moveByKeys } from "./movement.js";
import { followScroll, moodBeside } from "./moodbeside.js";
import { Notes } from "./notes.js";
import { scoreSection } from "./score.js";
import { transcript } from "./transcript.js";

const id = byId("review").dataset.session;
const path = `/review/sessions/${encodeURIComponent(id)}`;

function ended({ status, ending, held_back: held, person }) {
  if (ending) return [el("strong", {}, ending.title), ". ", ending.text];
  if (status === "open") return "This session is still open.";
  return held ? `This session has ended; ${person.name} has not looked yet at how it went.` : "This session has ended.";
}

function head(session) {
  const practised = session.kind === "practice";
  const about = [!session.own && session.person.name, session.customer, session.level && `level ${session.level}`, when(session.started_at), counted(session.turns.length, "turn")];
  return [
    el("h1", {}, session.title),
    el("p", { class: "lead" }, about.filter(Boolean).join(" · ")),
    el("p", {}, ended(session)),
    el("p", { class: "button-row" },
      practised && session.status === "ended" && !session.held_back && el("a", { class: "button primary", href: `/debrief/${encodeURIComponent(id)}` }, "Read the debrief"),
      session.own && session.status === "open" && el("a", { class: "button primary", href: `/practice/${encodeURIComponent(id)}` }, "Go on with it"),
      session.status === "ended" && exportMenu(`session/${encodeURIComponent(id)}`, "this session"),
      session.may.erase && el("button", { type: "button", id: "delete", onclick: () => byId("delete-dialog").showModal() }, "Delete this session")),
  ];
}

/** @param {any} session @param {string} [aim] The id of what is to have the focus afterwards. */
function show(session, aim) {
  const notes = new Notes(session, show);
  const again = (turn) => (session.may.rewind ? rewindButton(id, turn) : null);
  const [score, dispute] = [scoreSection(session, notes), disputeSection(session, notes)];
  // What waits stands before what is always there.
  const beside = [moodBeside(session), ...(session.dispute ? [dispute, score] : [score, dispute])].filter(Boolean);
  const open = [...document.querySelectorAll("details.points[open]")].length > 0;
  byId("review-head").replaceChildren(...head(session));
  byId("review-body").replaceChildren(
    el("div", { class: "review-pair" }, transcript(session, again, notes), el("aside", { class: "review-beside", "aria-label": "Mood and score" }, beside)));
  if (open) for (const details of document.querySelectorAll("details.points")) details.open = true;
  byId("review-body").setAttribute("aria-busy", "false");
  followScroll();
  if (aim) document.getElementById(aim)?.focus();
}

/** There is nothing to read, and nothing whose labels would want a legend. */
function showNothing(problem) {
  document.title = "No such session · Review · HEARD Coach";
  byId("review-head").replaceChildren(el("h1", {}, "There is no session here"), el("p", { class: "lead" }, problem.detail));
  for (const part of ["review-body", "legend", "ledger-legend"]) byId(part).hidden = true;
}

async function load() {
  let session;
  try {
    session = await get(path);
  } catch (error) {
    if (error.name !== "not-found") throw error;
    showNothing(error);
    return;
  }
  document.title = `${session.title} · Review · HEARD Coach`;
  show(session);
  followTurns();
}

byId("delete-confirm").addEventListener("click", async () => {
  try {
    await request("DELETE", `/sessions/${encodeURIComponent(id)}`);
    // The text that was never sent belongs to the session, too.
    remember(sessionKey(id), null);
    location.assign("/review");
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("delete-problem").replaceChildren(problemNotice(error));
  }
});
moveByKeys();
const retrier = new Retrier(() => loadInto(byId("review-problem"), load, retrier));
retrier.now();
