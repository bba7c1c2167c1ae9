/** The sessions that one may review, filtered and searched, a page at a time. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { exportMenu } from "../lib/exporting.js";
import { isTyping, slashFocuses } from "../lib/keys.js";
import { bandTitle } from "../lib/mood.js";
import { loadInto } from "../lib/notice.js";
import { when } from "../lib/when.js";
import { showDesk } from "./desk.js";
import { notYet, shownFrom } from "./held.js";
import { followFilters, offerChoices, showFilters, wanted } from "./filters.js";

const DISPUTES = { open: "Disputed", changed: "Dispute: changed", stands: "Dispute: stands" };
let asking = 0;

function outcome(session) {
  if (session.status === "open") return el("span", { class: "outcome outcome-open" }, "Still open");
  return el("span", { class: `outcome outcome-${session.ending?.kind ?? "none"}` }, session.ending?.title ?? "Ended");
}

function score(session) {
  if (session.held_back) return el("p", { class: "session-held fine" }, el("strong", {}, notYet(session)), el("br", {}), shownFrom(session));
  const debrief = session.status === "ended" && session.kind === "practice";
  return el("div", { class: "session-score" },
    el("p", {}, Number.isInteger(session.score) ? [el("strong", {}, session.score), el("span", { class: "fine" }, " of 100")] : el("span", { class: "fine" }, "No score yet")),
    debrief && el("a", { class: "debrief-link over-row", href: `/debrief/${encodeURIComponent(session.id)}`, "aria-label": `Debrief: ${session.title}` }, "Debrief"));
}

/** @param {any} session @param {string} path */
function snippet({ found }, path) {
  const place = found.turn ? `${path}#turn-${found.turn}` : path;
  return el("p", { class: "snippet" },
    el("a", { href: place, class: "over-row fine" }, `${found.by === "agent" ? "Agent" : "Customer"}${found.turn ? `, turn ${found.turn}` : ", at the start"}`), ": ",
    found.pieces.map((piece) => (piece.hit ? el("mark", { class: "hit" }, piece.text) : piece.text)));
}

function row(session) {
  const id = encodeURIComponent(session.id);
  const path = session.status === "open" && session.own ? `/practice/${id}` : `/review/${id}`;
  const about = [session.own ? null : session.person.name, session.customer, session.level && `level ${session.level}`, when(session.started_at)];
  return el(
    "li",
    { class: "session-row" },
    el("div", { class: "session-main" },
      el("a", { href: path, class: "session-link" }, session.title),
      el("p", { class: "fine" }, about.filter(Boolean).join(" · "))),
    el("div", { class: "session-facts" },
      outcome(session),
      session.dispute && el("span", { class: `outcome dispute-${session.dispute}` }, DISPUTES[session.dispute]),
      session.mood && el("span", { class: "fine" }, bandTitle(session.mood.band)),
      el("span", { class: "fine" }, counted(session.turns, "turn")),
      session.comments > 0 && el("span", { class: "fine" }, counted(session.comments, "comment"))),
    score(session),
    session.found && snippet(session, path),
  );
}

function emptyState(asked) {
  if (asked.has("before")) return el("div", { class: "card empty-state" }, el("h2", {}, "There are no further sessions"));
  if ([...asked.keys()].some((name) => name !== "sort")) {
    return el("div", { class: "card empty-state" },
      el("h2", {}, "No session fits"),
      el("p", {}, asked.has("q") ? "Nobody said that, at least not in the sessions that the other filters let through." : "Fewer filters let more through."),
      el("p", {}, el("a", { class: "button", href: "/review" }, "Show all sessions")));
  }
  return el("div", { class: "card empty-state" },
    el("h2", {}, "No sessions yet"),
    el("p", {}, "Play one, and it will be here to read sentence by sentence."),
    el("p", {}, el("a", { class: "button primary", href: "/practice" }, "Go to Practice")));
}

async function load() {
  const asked = wanted();
  const mine = ++asking;
  const answer = await get(`/review/sessions?${asked}`);
  // Somebody may have asked for something else meanwhile.
  if (mine !== asking) return;
  const place = byId("sessions");
  place.setAttribute("aria-busy", "false");
  place.replaceChildren(answer.sessions.length ? el("ol", { class: "session-list" }, answer.sessions.map(row)) : emptyState(asked));
  byId("list-total").textContent = answer.total ? counted(answer.total, "session") : "";
  const exported = new URLSearchParams(asked);
  for (const name of ["before", "limit", "sort"]) exported.delete(name);
  byId("list-export").replaceChildren(...(answer.total ? [exportMenu("sessions", "the ended ones of these sessions", String(exported))] : []));
  const first = new URLSearchParams(asked);
  first.delete("before");
  const further = new URLSearchParams(first);
  if (answer.next) further.set("before", answer.next);
  const links = [
    asked.has("before") && el("a", { class: "button", href: first.size ? `/review?${first}` : "/review" }, "Back to the first"),
    answer.next && el("a", { class: "button", href: `/review?${further}` }, "Further sessions"),
  ].filter(Boolean);
  byId("paging").replaceChildren(...links);
  byId("paging").hidden = links.length === 0;
}

/** j and k go from row to row; Enter is the link's own. */
function step(event) {
  const by = { j: 1, k: -1 }[event.key];
  if (!by || isTyping(event) || document.querySelector("dialog[open]")) return;
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".session-link")]);
  const here = links.findIndex((link) => link.closest("li").contains(document.activeElement));
  links[Math.min(links.length - 1, Math.max(0, here < 0 ? 0 : here + by))]?.focus();
}

const retrier = new Retrier(() => loadInto(byId("list-problem"), load, retrier));
showFilters();
followFilters(() => retrier.now());
slashFocuses(byId("filter-q"));
document.addEventListener("keydown", step);
retrier.now();
showDesk(byId("desk"));
get("/review/choices").then((choices) => {
  offerChoices(choices);
  showFilters();
}, () => {});
