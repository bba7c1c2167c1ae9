/** What the check says: score, steps, findings, sentiment, and the draft sentence by sentence. */

import { byId, el } from "../lib/dom.js";
import { sentenceItem } from "../lib/sentence.js";
import { pointsTable, scoreFigure } from "../scorecard/scorecard.js";

const TONES = [
  [-0.5, "very negative"],
  [-0.1, "negative"],
  [0.1, "neutral"],
  [0.5, "positive"],
  [1.01, "very positive"],
];

const signed = (value) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value).toFixed(2)}`;

function showScore(report) {
  const place = byId("score");
  const open = place.querySelector("details.points")?.open ?? false;
  const table = /** @type {HTMLDetailsElement} */ (pointsTable(report.points, report.rubric));
  table.open = open;
  const covered = Object.values(report.steps).filter((step) => step.covered).length;
  place.replaceChildren(
    el("div", { class: "score-head" }, scoreFigure(report.score), el("p", {}, `${covered} of 5 steps covered.`)),
    table,
  );
}

function showSteps(steps) {
  byId("steps").hidden = false;
  for (const row of byId("steps").children) {
    const covered = Boolean(steps[row.dataset.step]?.covered);
    row.classList.toggle("done", covered);
    row.querySelector(".lamp").classList.toggle("lit", covered);
    row.querySelector(".step-state").textContent = covered ? "covered" : "not covered";
  }
}

function findingItem(finding, suggestion, act) {
  return el(
    "li",
    { class: `finding severity-${finding.severity}` },
    el("p", {}, el("span", { class: `chip chip-mistake move-${finding.label}` }, finding.title), " ",
      finding.text && el("button", { type: "button", class: "link-button", onclick: () => act.select(finding) }, el("q", {}, finding.text))),
    el("p", {}, finding.message),
    finding.why && el("details", { class: "fine" }, el("summary", {}, "Why it matters"), el("p", {}, finding.why)),
    suggestion && el("button", { type: "button", class: "small", onclick: () => act.apply(suggestion) }, suggestion.text ? "Use the suggestion" : "Take it out"),
  );
}

function showFindings(report, act) {
  const byKey = new Map(report.suggestions.map((each) => [each.id, each]));
  byId("findings").replaceChildren(
    report.findings.length
      ? el("ol", { class: "findings" }, report.findings.map((finding) => findingItem(finding, byKey.get(finding.suggestion), act)))
      : el("p", { class: "all-clear" }, "No mistakes found."),
  );
}

function showSentiment(sentiment) {
  const word = TONES.find(([limit]) => sentiment.polarity < limit)[1];
  const facts = sentiment.subjectivity < 0.34 ? "mostly factual" : sentiment.subjectivity < 0.67 ? "part fact, part feeling" : "mostly feeling";
  byId("sentiment").replaceChildren(
    el("dl", { class: "sentiment" },
      el("div", {}, el("dt", {}, "Polarity"), el("dd", {}, el("span", { class: "figure" }, signed(sentiment.polarity)), ` ${word}`)),
      el("div", {}, el("dt", {}, "Subjectivity"), el("dd", {}, el("span", { class: "figure" }, sentiment.subjectivity.toFixed(2)), ` ${facts}`))),
    sentiment.assessments.length
      ? el("ul", { class: "words" }, sentiment.assessments.map((each) =>
          el("li", {}, [each.words].flat().join(" "), " ", el("span", { class: "figure" }, signed(each.polarity)))))
      : el("p", { class: "fine" }, "No word of the draft is in its lexicon."),
  );
}

function showSentences(sentences, customer, act) {
  byId("sentences-card").hidden = sentences.length === 0;
  byId("sentences").replaceChildren(
    ...sentences.map((sentence) =>
      sentenceItem(sentence, customer, el("button", { type: "button", class: "small", onclick: () => act.select(sentence) }, "Show it in the draft"))),
  );
}

/**
 * @param {any} report Offsets in UTF-16 units.
 * @param {string} customer The customer's message that the draft answers; may be empty.
 * @param {{select: (span: {start: number, end: number}) => void, apply: (suggestion: any) => void}} act
 */
export function showReport(report, customer, act) {
  showScore(report);
  showSteps(report.steps);
  showFindings(report, act);
  showSentiment(report.sentiment);
  showSentences(report.sentences, customer, act);
}

/** Back to the page as it was before the first check. */
export function showNoReport() {
  showSteps({});
  showSentences([], "", null);
  byId("score").replaceChildren(el("p", { class: "empty" }, "Write a few words and the check begins by itself."));
  for (const id of ["findings", "sentiment"]) byId(id).replaceChildren(el("p", { class: "empty" }, "Nothing to show yet."));
}
