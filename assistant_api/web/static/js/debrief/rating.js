/** What the customer would say of it all: a face, a line in their voice, whether they would recommend the company. */

import { el } from "../lib/dom.js";
import { threeFaces } from "../lib/rating.js";
import { scoreFigure } from "../scorecard/scorecard.js";

function scale(value) {
  const places = Array.from({ length: 11 }, (_, at) => el("li", { class: at === value ? "chosen" : "" }, at));
  return el("div", { class: "recommend" },
    el("p", {}, "Likely to recommend the company: ", el("strong", {}, `${value} of 10`)),
    el("ol", { class: "recommend-scale", "aria-hidden": "true", start: "0" }, places));
}

/** @param {any} told The debrief. @returns {HTMLElement} */
export function ratingSection({ rating, scorecard }) {
  return el(
    "section",
    { class: "card rating", "aria-labelledby": "rating-title" },
    el("h2", { class: "card-title", id: "rating-title" }, "What the customer says"),
    el("div", { class: "rating-row" },
      threeFaces(rating.face),
      el("blockquote", { class: "rating-line" }, el("p", {}, rating.line)),
      scoreFigure(scorecard.score)),
    scale(rating.recommend),
    rating.reasons.length > 0 &&
      el("details", { class: "fine" }, el("summary", {}, "Why they rate it so"),
        el("ul", {}, rating.reasons.map(({ rule, reason }) => el("li", { title: `Rule ${rule}` }, reason)))),
  );
}
