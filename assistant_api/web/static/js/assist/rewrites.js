/** Whole rewrites, fetched when they are asked for: each against the draft, with what was changed, why, and what was kept. */

import { request } from "../lib/api.js";
import { announce, byId, el } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";
import { bodyOf } from "./checker.js";
import { move } from "../lib/moves.js";
import { comparison } from "./comparison.js";

const words = (text) => text.trim().split(/\s+/).length;

/** What the rewrite could not mend; what to say in its place is for the agent to fill in. */
function left(mistakes) {
  if (!mistakes.length) return "";
  const named = mistakes.map(({ label, text }) => `“${text}” (${move(label).title})`).join(", ");
  return `Left as it is: ${named}. What to say in its place only you know; the advice has wording for it.`;
}

/**
 * @param {string} draft
 * @param {number} before The draft's score.
 * @param {any} rewrite
 * @returns {string} Why it is not offered; empty where it brings something: points, or fewer words where those were asked for.
 */
function nothingGained(draft, before, { text, score, style, title, mistakes }) {
  if (text === draft) return "There is nothing that we would change.";
  if (score > before || (style === "shorter" && score === before && words(text) < words(draft))) return "";
  return `“${title}” would bring nothing here: score ${before} → ${score}. ${left(mistakes) || "The draft says already what it would."}`;
}

export class Rewrites {
  /**
   * @param {object} hooks
   * @param {() => import("./checker.js").Asked} hooks.asked The draft as it is now.
   * @param {(text: string, title: string) => void} hooks.use
   * @param {(text: string, title: string) => void} hooks.copy
   */
  constructor(hooks) {
    this.hooks = hooks;
    this.place = byId("rewrites");
    this.buttons = [...document.querySelectorAll("#rewrite-buttons button")];
    /** @type {{asked: import("./checker.js").Asked, answer: any} | null} The latest answer, and what it was for. */
    this.known = null;
    /** @type {string | null} The style that is shown. */
    this.style = null;
    this.asking = new AbortController();
    for (const button of this.buttons) button.addEventListener("click", () => this.pressed(button.dataset.style));
  }

  pressed(style) {
    if (style === this.style && this.isFresh()) this.close();
    else this.show(style);
  }

  isFresh() {
    return JSON.stringify(this.known?.asked) === JSON.stringify(this.hooks.asked());
  }

  async show(style) {
    this.style = style;
    this.pressButtons();
    if (this.isFresh()) {
      this.draw();
      return;
    }
    this.asking.abort();
    const asking = new AbortController();
    this.asking = asking;
    const asked = this.hooks.asked();
    this.place.replaceChildren(el("p", { class: "loading", role: "status" }, "Rewriting …"));
    try {
      const answer = await request("POST", "/drafts/rewrite", { body: bodyOf(asked), signal: asking.signal });
      if (asking.signal.aborted) return;
      this.known = { asked, answer };
      this.draw();
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!("title" in error)) throw error;
      this.place.replaceChildren(problemNotice(error, { retry: () => this.show(this.style) }));
    }
  }

  close() {
    this.asking.abort();
    this.style = null;
    this.place.replaceChildren();
    this.pressButtons();
  }

  pressButtons() {
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.style === this.style));
  }

  /** The draft was changed: what is shown no longer belongs to it. */
  refresh() {
    const empty = !this.hooks.asked().draft.trim();
    for (const button of this.buttons) button.disabled = empty;
    if (empty) this.close();
    const stale = this.place.querySelector(".stale");
    if (!stale) return;
    const fresh = this.isFresh();
    stale.hidden = fresh;
    this.place.querySelector(".use-rewrite").disabled = !fresh;
  }

  draw() {
    const { asked, answer } = this.known;
    const rewrite = answer.rewrites.find((each) => each.style === this.style);
    if (!rewrite) {
      this.place.replaceChildren(el("p", { class: "notice notice-plain" }, "We can only rewrite English, so this one is left to you."));
      return;
    }
    const none = nothingGained(asked.draft, answer.score, rewrite);
    this.place.replaceChildren(
      none ? el("p", { class: "notice notice-plain" }, none) : comparison(asked.draft, rewrite.text, ["Your draft", rewrite.title]),
      ...(rewrite.text === asked.draft || !none ? this.account(rewrite) : []),
      none ? "" : this.actions(rewrite, answer.score),
    );
    // The draft may have gone on while this was on its way.
    this.refresh();
    announce(none || `${rewrite.title}: ${rewrite.text}`);
  }

  account({ changes, kept }) {
    return [
      changes.length > 0 && el("details", { class: "fine" }, el("summary", {}, "What was changed, and why"),
        el("ul", { class: "changes" }, changes.map(({ what, why, rule }) =>
          el("li", {}, el("p", { class: "change" }, what), el("p", {}, why, el("span", { class: "rule" }, rule)))))),
      el("p", { class: "kept" }, kept.length
        ? ["Every fact kept: ", kept.map(({ kind, text }) => [el("span", { class: "fact-chip", title: kind }, text), " "])]
        : "There is no fact, amount, date or promise in it to keep."),
    ].filter(Boolean);
  }

  actions({ text, title, score, mistakes }, before) {
    return el("div", { class: "rewrite-foot" },
      el("div", { class: "button-row" },
        el("button", { type: "button", class: "primary use-rewrite", onclick: () => this.use(text, title) }, "Use this"),
        el("button", { type: "button", onclick: () => this.hooks.copy(text, title) }, "Copy it")),
      el("p", { class: "fine" }, `Score ${before} → ${score}. ${left(mistakes)}`),
      el("p", { class: "stale fine", role: "status", hidden: true }, "Your draft has changed since. ",
        el("button", { type: "button", class: "small", onclick: () => this.show(this.style) }, "Rewrite it again")));
  }

  use(text, title) {
    if (!this.isFresh()) return;
    this.close();
    this.hooks.use(text, title);
  }
}
