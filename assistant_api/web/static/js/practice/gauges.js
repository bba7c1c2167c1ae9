/** The side panel: the customer's mood, as far as the level shows it, and the five steps lighting up. */

import { announce, byId } from "../lib/dom.js";
import { move } from "../lib/moves.js";
import { meterOf, moodPanel, moodSaid } from "./meter.js";

/** @type {Set<string>} */
let lit = new Set();
let shownMood = null;

/**
 * Show a session's mood and steps, and tell listeners what changed.
 * @param {any} session
 */
export function showGauges(session) {
  const meter = meterOf(session);
  byId("level").textContent = `Level ${session.level.number}, ${session.level.title.toLowerCase()}`;
  byId("mood").replaceChildren(...moodPanel(session));
  const done = new Set(Object.keys(session.steps).filter((label) => session.steps[label]));
  for (const row of byId("steps").children) {
    const isDone = done.has(row.dataset.step);
    row.classList.toggle("done", isDone);
    row.querySelector(".lamp").classList.toggle("lit", isDone);
    row.querySelector(".step-state").textContent = isDone ? "done" : "not yet";
  }
  const fresh = [...done].filter((label) => !lit.has(label)).map((label) => move(label).title);
  if (shownMood && (fresh.length || shownMood !== session.mood)) {
    const said = [moodSaid(session.mood, meter, shownMood), fresh.length > 0 && `New: ${fresh.join(", ")}.`];
    announce(said.filter(Boolean).join(" "));
  }
  lit = done;
  shownMood = session.mood;
}
