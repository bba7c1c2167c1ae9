/** The end of a session: how it ended and scored, at once, and the way to its debrief. */

import { get } from "../lib/api.js";
import { byId, el } from "../lib/dom.js";
import { face } from "../lib/mood.js";
import { threeFaces } from "../lib/rating.js";
import { seenFirst } from "../lib/seenfirst.js";
import { scoreFigure } from "../scorecard/scorecard.js";

function again(session) {
  const query = new URLSearchParams({ scenario: session.scenario.id, persona: session.persona.id, level: String(session.level.number), hints: session.hints });
  return `/practice?${query}`;
}

/** The rating takes a moment longer to make; without it, the banner says what it knows. It is no opening of the debrief. */
async function addRating(session, place) {
  const { rating } = await get(`/sessions/${encodeURIComponent(session.id)}/debrief?glance=yes`).catch((error) => {
    if (!("title" in error)) throw error;
    return { rating: null };
  });
  if (rating) place.replaceChildren(threeFaces(rating.face), el("p", {}, el("q", {}, rating.line)));
}

/**
 * @param {any} session An ended session.
 * @param {boolean} justNow Whether it ended under the person's eyes; the focus goes to the banner then.
 */
export function showEnding(session, justNow) {
  const banner = byId("ending");
  if (!banner.hidden) return;
  const ending = session.ending ?? { kind: "agent_closes", title: "The session is over", text: "" };
  const rating = el("div", { class: "ending-rating", role: "status" });
  banner.dataset.kind = ending.kind;
  banner.replaceChildren(
    face(session.mood.band, 56),
    el(
      "div",
      { class: "ending-text" },
      el("h2", { id: "ending-title" }, ending.title),
      ending.text && el("p", {}, ending.text),
      el("div", { class: "ending-result" }, session.scorecard && scoreFigure(session.scorecard.score), rating),
      seenFirst(session.others),
      el(
        "p",
        { class: "button-row" },
        el("a", { class: "button primary", href: `/debrief/${encodeURIComponent(session.id)}` }, "See the debrief"),
        el("a", { class: "button", href: again(session) }, "Practise this again"),
      ),
    ),
  );
  banner.hidden = false;
  addRating(session, rating);
  if (justNow) {
    banner.focus({ preventScroll: true });
    banner.scrollIntoView({ block: "start" });
  }
}
