/** The score with its account, and the lamps of the five steps. */

import { byId, el } from "../lib/dom.js";
import { pointsTable, scoreFigure } from "../scorecard/scorecard.js";

/** @param {any} report @returns {number} */
export const coveredSteps = (report) => Object.values(report.steps).filter((step) => step.covered).length;

function showSteps(steps) {
  byId("steps").hidden = false;
  for (const row of byId("steps").children) {
    const { covered, waiting } = steps[row.dataset.step] ?? { covered: false, waiting: [] };
    const blank = !covered && waiting.length > 0;
    row.classList.toggle("done", covered);
    row.querySelector(".lamp").classList.toggle("lit", covered);
    row.querySelector(".step-state").textContent = covered ? "covered" : "not covered";
    row.querySelector(".step-waits").hidden = !blank;
  }
}

/** @param {any} report */
export function showScore(report) {
  const account = byId("account");
  const open = account.querySelector("details")?.open ?? false;
  const table = /** @type {HTMLDetailsElement} */ (pointsTable(report.points, report.rubric));
  table.open = open;
  table.append(el("p", { class: "fine" }, `Rules of wording ${report.rules}, recogniser ${report.recogniser}.`));
  account.replaceChildren(table);
  byId("score").replaceChildren(scoreFigure(report.score));
  showSteps(report.steps);
}

/** @param {string} words In place of a figure. @param {boolean} lamps Whether the lamps are of use. */
export function showNoScore(words, lamps) {
  byId("score").replaceChildren(el("p", { class: "empty" }, words));
  byId("account").replaceChildren();
  showSteps({});
  byId("steps").hidden = !lamps;
}
