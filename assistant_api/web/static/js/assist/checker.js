/** Asking for a check after a pause in typing; an answer to an older text is thrown away. */

import { request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { reportInUnits } from "./inunits.js";

const PAUSE_MS = 350;
/** The API takes no empty draft. A greeting alone gets a sentence offered for every step, and so does nothing. */
const GREETING = "Hello,";

/** @typedef {{draft: string, customer: string, channel: string}} Asked */

export class Checker {
  /**
   * @param {object} hooks
   * @param {() => void} hooks.onWait An answer is waited for; what is shown is of an older text.
   * @param {(report: any) => void} hooks.onReport Offsets are UTF-16 units of the draft, or of the message.
   * @param {(problem: any, retry: () => void) => void} hooks.onProblem
   * @param {(report: any) => void} hooks.onOpening There is a message, and no reply to it yet.
   * @param {() => void} hooks.onEmpty There is nothing to check.
   */
  constructor(hooks) {
    this.hooks = hooks;
    this.timer = 0;
    this.asking = new AbortController();
    this.wanted = { draft: "", customer: "", channel: "" };
    this.retrier = new Retrier(() => this.ask());
  }

  /** @param {Asked} wanted */
  want(wanted) {
    this.wanted = wanted;
    this.asking.abort();
    this.retrier.cancel();
    clearTimeout(this.timer);
    if (!wanted.draft.trim() && !wanted.customer.trim()) {
      this.hooks.onEmpty();
      return;
    }
    this.hooks.onWait();
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    const opening = !this.wanted.draft.trim();
    const asked = opening ? { ...this.wanted, draft: GREETING } : this.wanted;
    const asking = new AbortController();
    this.asking = asking;
    try {
      const report = await request("POST", "/drafts/check", { body: bodyOf(asked), signal: asking.signal });
      // An abort can come too late to stop an answer that is being read.
      if (asking.signal.aborted) return;
      this.retrier.settle();
      if (opening) this.hooks.onOpening(openingOf(reportInUnits(report, asked)));
      else this.hooks.onReport(reportInUnits(report, asked));
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!("title" in error)) throw error;
      this.hooks.onProblem(error, () => this.retrier.now());
      if (error.transient) this.retrier.later();
    }
  }
}

/** @param {Asked} asked @returns {object} What the API takes; a message without words is none. */
export const bodyOf = ({ draft, customer, channel }) => (customer.trim() ? { draft, customer, channel } : { draft, channel });

/** What is offered goes into an empty draft. */
const openingOf = (report) => ({
  ...report,
  findings: [],
  sentences: [],
  suggestions: report.suggestions.map((each) => ({ ...each, start: 0, end: 0, text: each.text.trim() })),
});

/** @param {any} report @returns {boolean} Whether the draft is in a language that is not judged; then all but that is empty. */
export const isUnjudged = (report) => !report.language.judged;
