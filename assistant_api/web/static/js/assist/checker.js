/** Asking for a check after a pause in typing; an answer to an older text is thrown away. */

import { request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { inUnits } from "../lib/offsets.js";

const PAUSE_MS = 350;

export class Checker {
  /**
   * @param {object} hooks
   * @param {() => void} hooks.onAsk
   * @param {(report: any) => void} hooks.onReport Offsets are UTF-16 units of the draft.
   * @param {(problem: any, retry: () => void) => void} hooks.onProblem
   * @param {() => void} hooks.onEmpty There is nothing to check.
   */
  constructor(hooks) {
    this.hooks = hooks;
    this.timer = 0;
    this.asking = new AbortController();
    this.wanted = { draft: "", customer: "" };
    this.retrier = new Retrier(() => this.ask());
  }

  /** @param {string} draft @param {string} customer */
  want(draft, customer) {
    this.wanted = { draft, customer };
    this.asking.abort();
    this.retrier.cancel();
    clearTimeout(this.timer);
    if (!draft.trim()) {
      this.hooks.onEmpty();
      return;
    }
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    const { draft, customer } = this.wanted;
    const asking = new AbortController();
    this.asking = asking;
    this.hooks.onAsk();
    try {
      const body = customer.trim() ? { draft, customer } : { draft };
      const report = await request("POST", "/drafts/check", { body, signal: asking.signal });
      // An abort can come too late to stop an answer that is being read.
      if (asking.signal.aborted) return;
      this.retrier.settle();
      this.hooks.onReport(reportInUnits(draft, report));
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!("title" in error)) throw error;
      this.hooks.onProblem(error, () => this.retrier.now());
      if (error.transient) this.retrier.later();
    }
  }
}

/** @param {any} report @returns {boolean} Whether the draft is in a language that is not judged; then all but that is empty. */
export const isUnjudged = (report) => !report.language.judged;

/** @param {string} draft @param {any} report @returns {any} */
function reportInUnits(draft, report) {
  if (isUnjudged(report)) return report;
  return {
    ...report,
    sentences: inUnits(draft, report.sentences),
    findings: inUnits(draft, report.findings),
    suggestions: inUnits(draft, report.suggestions),
    steps: Object.fromEntries(
      Object.entries(report.steps).map(([label, step]) => [label, { ...step, spans: inUnits(draft, step.spans) }]),
    ),
  };
}
