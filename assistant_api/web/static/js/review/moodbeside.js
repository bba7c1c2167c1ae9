/** The mood curve beside the transcript: a dot leads to its turn, and the turn that is being read lights its dot. */

import { el, svg } from "../lib/dom.js";
import { amount, bandTitle } from "../lib/mood.js";
import { Plot } from "../lib/plot.js";

const DOT = 7;
/** @type {IntersectionObserver | null} */
let observer = null;

/** @param {any} session @returns {HTMLElement | null} Nothing for a real chat, which has no mood. */
export function moodBeside(session) {
  if (!session.opening_mood) return null;
  const points = [{ turn: 0, ...session.opening_mood }, ...session.turns.filter((turn) => turn.mood).map((turn) => ({ turn: turn.number, ...turn.mood }))];
  if (points.length < 2) return null;
  const plot = new Plot({ lastTurn: points[points.length - 1].turn, width: 420, height: 190, right: 24 });
  const dots = points.slice(1).map((point) =>
    svg("a", { href: `#turn-${point.turn}`, class: "mood-dot", "data-turn": point.turn, "aria-label": `Turn ${point.turn}: ${bandTitle(point.band)}, anger ${amount(point.anger)}` },
      svg("title", {}, `Turn ${point.turn}: ${bandTitle(point.band)}`),
      svg("circle", { class: "mood-hit", cx: plot.x(point.turn), cy: plot.y(point.anger), r: 2 * DOT }),
      svg("circle", { class: "mood-mark", cx: plot.x(point.turn), cy: plot.y(point.anger), r: DOT })));
  return el("section", { class: "card mood-beside", "aria-labelledby": "mood-beside-title" },
    el("h2", { class: "card-title", id: "mood-beside-title" }, "Mood"),
    plot.drawing({ role: "group", "aria-label": "Anger and satisfaction after each turn" },
      plot.line(points, "anger", "anger", false), plot.line(points, "satisfaction", "satisfaction", true), dots),
    el("p", { class: "mood-key fine" }, el("span", { class: "key-anger" }, "Anger"), " ", el("span", { class: "key-satisfaction" }, "Satisfaction")));
}

/** Light the dot of the turn that stands in the upper half of the window. */
export function followScroll() {
  observer?.disconnect();
  const light = (number) => {
    for (const dot of document.querySelectorAll(".mood-dot")) dot.classList.toggle("lit", dot.getAttribute("data-turn") === number);
  };
  observer = new IntersectionObserver((entries) => {
    const seen = entries.filter((entry) => entry.isIntersecting).at(-1);
    if (seen) light(seen.target.id.replace("turn-", ""));
  }, { rootMargin: "-20% 0px -55% 0px" });
  for (const turn of document.querySelectorAll(".turn")) observer.observe(turn);
}
