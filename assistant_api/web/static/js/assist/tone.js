/** The tone of the draft on eight scales, whether it suits the channel, and what TextBlob makes of it. */

import { byId, el } from "../lib/dom.js";
import { percent } from "../lib/moves.js";

const POLARITIES = [
  [-0.5, "very negative"],
  [-0.1, "negative"],
  [0.1, "neutral"],
  [0.5, "positive"],
  [1.01, "very positive"],
];
const VERDICTS = { good: ["✓", "Fits"], low: ["↓", "Too little"], high: ["↑", "Too much"] };
const HIGH = 0.67;
const LOW = 0.33;
const MOST = 2;

/** A whole sentence would push all others out of sight. */
const LONGEST = 48;

const clipped = (text) => (text.length > LONGEST ? `${text.slice(0, text.lastIndexOf(" ", LONGEST))} …` : text);
const signed = (value) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value).toFixed(2)}`;
const listed = (scales) => scales.map(({ title }) => title.toLowerCase()).join(" and ");

function bar({ title, value }) {
  const node = el("div", {
    class: "tone-bar",
    role: "meter",
    "aria-label": title,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-valuenow": Math.round(value * 100),
    "aria-valuetext": percent(value),
  }, el("i", {}));
  // Set through the object model: the policy forbids style attributes in markup.
  node.style.setProperty("--value", String(value));
  return node;
}

function wordItem(word, select) {
  return el("li", {}, el("button", { type: "button", class: "link-button", title: `Rule ${word.rule}`, onclick: () => select(word) }, clipped(word.text)),
    " ", el("span", { class: "figure" }, signed(word.by)));
}

function scaleItem(scale, select) {
  return el("li", {},
    el("details", { class: "tone-scale" },
      el("summary", {}, el("span", { class: "tone-name" }, scale.title), bar(scale), el("span", { class: "figure" }, percent(scale.value))),
      el("p", { class: "fine" }, scale.meaning),
      scale.words.length
        ? el("ul", { class: "words" }, scale.words.map((word) => wordItem(word, select)))
        : el("p", { class: "fine" }, "No word of the draft moves it.")));
}

function fitItem(fit) {
  const [sign, word] = VERDICTS[fit.verdict];
  return el("li", { class: `fit-${fit.verdict}` }, el("span", { class: "fit-sign", "aria-hidden": "true" }, sign),
    el("span", {}, el("strong", {}, fit.title), el("span", { class: "visually-hidden" }, ` (${word})`), `: ${fit.message}`));
}

function sentimentPart(sentiment) {
  const word = POLARITIES.find(([limit]) => sentiment.polarity < limit)[1];
  const { subjectivity } = sentiment;
  const facts = subjectivity < 0.34 ? "mostly factual" : subjectivity < 0.67 ? "part fact, part feeling" : "mostly feeling";
  return [
    el("dl", { class: "sentiment" },
      el("div", {}, el("dt", {}, "Polarity"), el("dd", {}, el("span", { class: "figure" }, signed(sentiment.polarity)), ` ${word}`)),
      el("div", {}, el("dt", {}, "Subjectivity"), el("dd", {}, el("span", { class: "figure" }, subjectivity.toFixed(2)), ` ${facts}`))),
    sentiment.assessments.length
      ? el("ul", { class: "words" }, sentiment.assessments.map((each) =>
          el("li", {}, [each.words].flat().join(" "), " ", el("span", { class: "figure" }, signed(each.polarity)))))
      : el("p", { class: "fine" }, "No word of the draft is in its lexicon."),
  ];
}

/** In few words: where it is strong and where weak. */
function gist(tone) {
  const byValue = [...tone].sort((a, b) => b.value - a.value);
  const strong = byValue.filter(({ value }) => value >= HIGH).slice(0, MOST);
  const weak = byValue.filter(({ value }) => value <= LOW).reverse().slice(0, MOST);
  const parts = [strong.length && `much ${listed(strong)}`, weak.length && `little ${listed(weak)}`].filter(Boolean);
  const said = parts.join("; ") || "even";
  return said[0].toUpperCase() + said.slice(1);
}

/** In few words: what does not suit the channel. */
function fitGist(fit) {
  const off = fit.filter(({ verdict }) => verdict !== "good");
  return off.length ? off.map(({ title, verdict }) => `${title}: ${VERDICTS[verdict][1].toLowerCase()}`).join("; ") : "Fits";
}

/**
 * @param {any} report
 * @param {(span: {start: number, end: number}) => void} select
 */
export function showTone({ tone, fit, sentiment }, select) {
  byId("tone-gist").textContent = gist(tone);
  byId("tone").replaceChildren(el("ul", { class: "tone-scales" }, tone.map((scale) => scaleItem(scale, select))));
  byId("fit-gist").textContent = fitGist(fit);
  byId("fit").replaceChildren(...fit.map(fitItem));
  byId("sentiment").replaceChildren(...sentimentPart(sentiment));
}

/** Where there is no report. */
export function showNoTone() {
  for (const id of ["tone", "fit"]) byId(id).replaceChildren();
}
