/** The end of a session: the banner, and the debrief below it. */

import { byId, el } from "../lib/dom.js";
import { face } from "../lib/mood.js";
import { debrief } from "../scorecard/debrief.js";
import { unsureSentences } from "./unsure.js";

/**
 * @param {any} session An ended session.
 * @param {boolean} justNow Whether it ended under the person's eyes; the focus goes to the banner then.
 */
export function showEnding(session, justNow) {
  const banner = byId("ending");
  const ending = session.ending ?? { kind: "agent_closes", title: "The session is over", text: "" };
  const again = new URLSearchParams({ scenario: session.scenario.id, persona: session.persona.id });
  banner.dataset.kind = ending.kind;
  banner.replaceChildren(
    face(session.mood.band, 56),
    el(
      "div",
      {},
      el("h2", { id: "ending-title" }, ending.title),
      ending.text && el("p", {}, ending.text),
      el(
        "p",
        { class: "button-row" },
        el("a", { class: "button primary", href: "#debrief" }, "See the debrief"),
        el("a", { class: "button", href: `/review/${encodeURIComponent(session.id)}` }, "Open the transcript in Review"),
        el("a", { class: "button", href: `/practice?${again}` }, "Practise this again"),
      ),
    ),
  );
  banner.hidden = false;
  const section = byId("debrief");
  const link = (turn) => `/review/${encodeURIComponent(session.id)}#turn-${turn}`;
  section.replaceChildren(...[...debrief(session, link), unsureSentences(session, link)].filter((part) => part !== null));
  section.hidden = false;
  if (justNow) {
    banner.focus({ preventScroll: true });
    banner.scrollIntoView({ block: "start" });
  }
}
