/** The debrief of one session: what the customer says, what to do differently, and every turn to take again. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { followTurns } from "../lib/jump.js";
import { loadInto } from "../lib/notice.js";
import { openForPrint } from "../lib/printing.js";
import { rewindButton } from "../lib/rewind.js";
import { seenFirst } from "../lib/seenfirst.js";
import { askedBefore } from "../lib/turns.js";
import { when } from "../lib/when.js";
import { transcript } from "../review/transcript.js";
import { scorecard } from "../scorecard/scorecard.js";
import { differentlySection, wentWellSection } from "./advice.js";
import { comparisonSection } from "./comparison.js";
import { moodCurve } from "./curve.js";
import { figuresSection } from "./figures.js";
import { momentList, tieMoments } from "./moments.js";
import { ratingSection } from "./rating.js";
import { unsureSentences } from "./unsure.js";

const id = byId("debrief").dataset.session;
const link = (turn) => `#turn-${turn}`;
const address = (kind, session) => `/${kind}/${encodeURIComponent(session)}`;

function head(session) {
  const { ending } = session;
  const again = new URLSearchParams({ scenario: session.scenario.id, persona: session.persona.id, level: String(session.level.number), hints: session.hints });
  return [
    el("h1", {}, session.scenario.title),
    el("p", { class: "lead" },
      [session.persona.name, `level ${session.level.number}`, when(session.started_at), counted(session.turns.length, "turn"), session.blind && "dealt as a surprise"].filter(Boolean).join(" · ")),
    ending && el("p", {}, el("strong", {}, ending.title), ". ", ending.text),
    // Whoever reads this has opened it.
    session.others && seenFirst({ ...session.others, opened: true }),
    session.rewinds.length > 0 && el("p", {}, session.rewinds.map((each) =>
      [`You took turn ${each.turn} again. `, el("a", { href: address("debrief", each.session) }, "See that try"), " "])),
    el("p", { class: "button-row no-print" },
      el("a", { class: "button primary", href: `/practice?${again}` }, "Practise this again"),
      el("a", { class: "button", href: "/practice" }, "Choose another"),
      el("button", { type: "button", onclick: () => print() }, "Print")),
  ].filter(Boolean);
}

function goalSection({ goal, versions }) {
  return el("section", { class: "card", "aria-labelledby": "goal-title" },
    el("h2", { class: "card-title", id: "goal-title" }, "What this case teaches"),
    el("p", {}, goal || "Nobody has written down a goal for this one."),
    el("p", { class: "fine versions" },
      `Scored by rubric ${versions.rubric}, customer ${versions.customer}, rules ${versions.rules}, debrief ${versions.debrief}. The same words get the same result.`));
}

function body(session, told, parent) {
  return [
    ratingSection(told),
    parent && comparisonSection(parent, session),
    el("div", { class: "debrief-pair" },
      differentlySection(told.differently, session, askedBefore(session)),
      el("div", { class: "debrief-stack" }, wentWellSection(told.went_well), figuresSection(told.figures), goalSection(told))),
    el("div", { class: "debrief-pair", id: "mood-and-moments" }, moodCurve(told.curve, told.moments), momentList(told.moments, link)),
    scorecard(told.scorecard, link),
    unsureSentences(session, link),
    transcript(session, (turn) => rewindButton(session.id, turn)),
  ].filter(Boolean);
}

function stillOpen(session) {
  return el("div", { class: "card still-open" },
    el("h2", {}, "This conversation has not ended yet"),
    el("p", {}, "Its debrief comes when it has."),
    el("p", {}, el("a", { class: "button primary", href: address("practice", session.id) }, "Go on with it")));
}

function notYet(why) {
  return el("div", { class: "card still-open" },
    el("h2", {}, "Results reach the trainee first"),
    el("p", {}, why),
    el("p", {}, el("a", { class: "button primary", href: address("review", id) }, "Read what was said")));
}

async function load() {
  const session = await get(`/sessions/${encodeURIComponent(id)}`).catch((error) => (error.name === "result-held" ? { held: error.detail } : Promise.reject(error)));
  if (session.held) {
    byId("debrief-body").setAttribute("aria-busy", "false");
    byId("debrief-body").replaceChildren(notYet(session.held));
    return;
  }
  document.title = `${session.scenario.title} · Debrief · HEARD Coach`;
  byId("debrief-body").setAttribute("aria-busy", "false");
  if (session.status === "open") {
    byId("debrief-head").replaceChildren(el("h1", {}, session.scenario.title));
    byId("debrief-body").replaceChildren(stillOpen(session));
    return;
  }
  const from = session.forked_from;
  const [told, parent] = await Promise.all([
    get(`/sessions/${encodeURIComponent(id)}/debrief`).catch((error) => (error.name === "no-debrief" ? { without: error.detail } : Promise.reject(error))),
    // It may have been deleted meanwhile.
    from ? get(`/sessions/${encodeURIComponent(from.session)}`).catch((error) => (error.status === 404 ? null : Promise.reject(error))) : null,
  ]);
  byId("debrief-head").replaceChildren(...head(session));
  if (told.without) {
    // What was said is still there to be read.
    byId("debrief-body").replaceChildren(el("p", { class: "card" }, told.without), transcript(session, (turn) => rewindButton(session.id, turn)));
    followTurns();
    return;
  }
  byId("debrief-body").replaceChildren(...body(session, told, parent));
  tieMoments(byId("mood-and-moments"));
  followTurns();
}

openForPrint();
const retrier = new Retrier(() => loadInto(byId("debrief-problem"), load, retrier));
retrier.now();
