/** How one's own sessions went, oldest first: scores drawn, the same in a table, and the way to each debrief. */

import { byId, counted, el, svg } from "../lib/dom.js";
import { ratingTitle } from "../lib/rating.js";
import { when } from "../lib/when.js";

const MOST = 12;
const WIDTH = 520;
const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 14;

const debriefOf = ({ id }) => `/debrief/${encodeURIComponent(id)}`;
const about = (session) =>
  `${session.scenario.title}: ${session.score} of 100, level ${session.level}, ${when(session.ended_at)}${session.rewind ? ", second try" : ""}`;

function drawing(sessions) {
  const last = Math.max(1, sessions.length - 1);
  const x = (index) => LEFT + (sessions.length === 1 ? 0.5 : index / last) * (WIDTH - LEFT - RIGHT);
  const y = (score) => TOP + (1 - score / 100) * (HEIGHT - TOP - BOTTOM);
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "trend-chart", role: "group", "aria-label": "Your scores, oldest first" },
    [0, 50, 100].map((score) => [
      svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(score), y2: y(score) }),
      svg("text", { class: "tick", x: LEFT - 8, y: y(score) + 4, "text-anchor": "end", "aria-hidden": "true" }, score),
    ]),
    svg("polyline", { class: "curve curve-score", points: sessions.map((each, index) => `${x(index)},${y(each.score)}`).join(" ") }),
    sessions.map((each, index) =>
      svg("a", { href: debriefOf(each), class: "trend-dot", "aria-label": about(each) },
        svg("title", {}, about(each)),
        svg("circle", { class: `dot ${each.rewind ? "dot-hollow" : "dot-score"}`, cx: x(index), cy: y(each.score), r: 6 }))),
  );
}

function table(sessions) {
  return el(
    "table",
    {},
    el("caption", { class: "visually-hidden" }, "Your sessions, newest first"),
    el("thead", {}, el("tr", {}, ["Session", "Level", "Score", "Rating", "Ended"].map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, [...sessions].reverse().map((each) =>
      el("tr", {},
        el("th", { scope: "row" }, el("a", { href: debriefOf(each) }, each.scenario.title), each.rewind && " (second try)", each.blind && " (surprise)"),
        el("td", { class: "figure" }, each.level), el("td", { class: "figure" }, each.score),
        el("td", {}, ratingTitle(each.face)), el("td", { class: "figure" }, when(each.ended_at))))),
  );
}

/** @param {any} progress */
export function showTrend({ sessions, weakest }) {
  const scored = sessions.filter((each) => Number.isInteger(each.score));
  const place = byId("trend-body");
  byId("trend").hidden = false;
  if (!scored.length) {
    place.replaceChildren(el("p", { class: "empty" }, "Nothing here yet. After your first conversation, its score stands here, and so does the way back to its debrief."));
    return;
  }
  const latest = scored.slice(-MOST);
  const newest = latest[latest.length - 1];
  byId("latest").replaceChildren(`Your latest score: ${newest.score} of 100. `, el("a", { href: "#trend" }, "How it has gone"));
  byId("latest").hidden = false;
  place.replaceChildren(
    el("p", {}, el("strong", {}, `${newest.score} of 100`), ` in your latest session. `, el("a", { href: debriefOf(newest) }, "Read its debrief")),
    drawing(latest),
    ...(weakest ? [el("p", { class: "weakest" }, "Most to gain: ", el("strong", {}, weakest.title), `, where you earned ${Math.round(weakest.share * 100)} % of the points so far.`)] : []),
    el("details", {}, el("summary", {}, `${counted(scored.length, "session")} as a table`), el("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Your sessions" }, table(scored))),
  );
}
