/** Two versions of a text side by side, with the words that differ marked. */

import { el } from "../lib/dom.js";
import { wordDiff } from "../lib/worddiff.js";

const TAGS = { same: "span", out: "del", in: "ins" };

/**
 * @param {string} before
 * @param {string} after
 * @param {[string, string]} titles
 * @returns {HTMLElement}
 */
export function comparison(before, after, titles) {
  const pieces = wordDiff(before, after);
  const side = (title, without) =>
    el("div", { class: "version" }, el("p", { class: "version-title" }, title),
      el("p", { class: "version-text" }, pieces.filter(({ kind }) => kind !== without).map(({ kind, text }) => el(TAGS[kind], {}, text))));
  return el("div", { class: "comparison" }, side(titles[0], "in"), side(titles[1], "out"));
}
