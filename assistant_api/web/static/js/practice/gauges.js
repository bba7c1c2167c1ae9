/** The side panel: the customer's mood and the five steps lighting up. */

import { announce, byId } from "../lib/dom.js";
import { bandTitle, moodMeters, moodShift } from "../lib/mood.js";
import { move } from "../lib/moves.js";

/** @type {Set<string>} */
let lit = new Set();
let shownMood = null;

/**
 * Show a session's mood and steps, and tell listeners what changed.
 * @param {any} session
 */
export function showGauges(session) {
  byId("mood").replaceChildren(...moodMeters(session.mood));
  const done = new Set(Object.keys(session.steps).filter((label) => session.steps[label]));
  for (const row of byId("steps").children) {
    const isDone = done.has(row.dataset.step);
    row.classList.toggle("done", isDone);
    row.querySelector(".lamp").classList.toggle("lit", isDone);
    row.querySelector(".step-state").textContent = isDone ? "done" : "not yet";
  }
  const fresh = [...done].filter((label) => !lit.has(label)).map((label) => move(label).title);
  if (shownMood && (fresh.length || shownMood !== session.mood)) {
    const moodText = `The customer is ${bandTitle(session.mood.band).toLowerCase()}, ${moodShift(shownMood, session.mood)}.`;
    announce(fresh.length ? `${moodText} New: ${fresh.join(", ")}.` : moodText);
  }
  lit = done;
  shownMood = session.mood;
}
