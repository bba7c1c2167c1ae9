/** The report with all its offsets in UTF-16 units, as the page counts. */

import { inUnits } from "../lib/offsets.js";

/**
 * @param {any} report As the API gives it.
 * @param {{draft: string, customer: string}} asked
 * @returns {any}
 */
export function reportInUnits(report, { draft, customer }) {
  const understanding = report.understanding && understandingInUnits(report.understanding, customer);
  if (!report.language.judged) return { ...report, understanding };
  return {
    ...report,
    understanding,
    sentences: inUnits(draft, report.sentences),
    findings: inUnits(draft, report.findings),
    suggestions: inUnits(draft, report.suggestions),
    tone: report.tone?.map((scale) => ({ ...scale, words: inUnits(draft, scale.words) })),
    steps: Object.fromEntries(
      Object.entries(report.steps).map(([label, step]) => [label, { ...step, spans: inUnits(draft, step.spans), waiting: inUnits(draft, step.waiting) }]),
    ),
  };
}

function understandingInUnits(understanding, customer) {
  const cues = (one) => one && { ...one, cues: inUnits(customer, one.cues) };
  return {
    ...understanding,
    emotion: cues(understanding.emotion),
    urgency: cues(understanding.urgency),
    wants: inUnits(customer, understanding.wants),
    details: inUnits(customer, understanding.details),
  };
}
