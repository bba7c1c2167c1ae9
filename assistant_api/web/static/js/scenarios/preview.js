/** A scenario as it reads: the agent's card, then what only its author sees. */

import { byId, el } from "../lib/dom.js";
import { bandTitle } from "../lib/mood.js";
import { briefCard } from "../practice/brief.js";

const GIVEN = { opening: "told at the start", asked: "told when asked", trusted: "told in trust" };
const TOPICS = {
  restate: "Not heard yet",
  demand: "What they want",
  relief: "A remedy that fits",
  not_enough: "A remedy that does not",
  cause: "Once they know the cause",
};
const MOODS = ["furious", "angry", "annoyed", "calm", "pleased", null];

const quoted = (line) => el("li", {}, `“${line.text}”`, line.persona && el("span", { class: "fine" }, ` ${line.persona}`));

function part(title, ...content) {
  return el("details", { class: "preview-part" }, el("summary", {}, title), ...content);
}

function limit(remedy) {
  if (remedy.needs_supervisor) return "needs a supervisor";
  return remedy.most === null ? "" : `up to ${remedy.most}`;
}

function remedies(several) {
  return el(
    "div",
    { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Remedies" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ["Remedy", "Makes up for", "Limit"].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, several.map((one) => el("tr", {}, el("td", {}, one.title), el("td", { class: "figure" }, `${Math.round(one.fit * 100)} %`), el("td", {}, limit(one))))),
    ),
  );
}

function byMood({ topic, lines }) {
  return el(
    "div",
    { class: "preview-topic" },
    el("h4", {}, TOPICS[topic] ?? topic),
    MOODS.map((mood) => {
      const fitting = lines.filter((line) => line.mood === mood);
      return fitting.length > 0 && el("div", {}, el("p", { class: "fine" }, `${mood ? bandTitle(mood) : "Any mood"} (${fitting.length})`), el("ul", {}, fitting.map(quoted)));
    }),
  );
}

/** @param {any} story A check's `preview`; null leaves what was shown before. */
export function showPreview(story) {
  byId("preview-old").hidden = story !== null || byId("preview").querySelector("h3") === null;
  if (story === null) return;
  const open = new Set([...byId("preview").querySelectorAll("details[open] > summary")].map((each) => each.textContent));
  byId("preview").replaceChildren(
    el("h3", { class: "preview-title" }, story.title),
    el("p", {}, story.summary),
    el("h4", {}, "The agent’s card"),
    briefCard(story),
    part(`Openings (${story.openings.length})`, story.openings.map((one) => el("blockquote", {}, one.lines.map((line) => el("p", {}, line)), el("p", { class: "fine" }, one.persona ?? "anybody")))),
    part(`Facts (${story.facts.length})`, el("ul", {}, story.facts.map((one) => el("li", {}, el("strong", {}, one.topic), ` (${GIVEN[one.given] ?? one.given}${one.on_card ? ", on the card" : ""})`, el("ul", {}, one.lines.map(quoted)))))),
    part(`Remedies (${story.remedies.length})`, remedies(story.remedies)),
    part("What they want, and the cause", el("ul", {}, story.wants.map((want) => el("li", {}, want))), el("p", {}, story.root_cause)),
    part(`Lines (${story.lines.reduce((sum, one) => sum + one.lines.length, 0)})`, story.lines.map(byMood)),
  );
  for (const details of byId("preview").querySelectorAll("details")) details.open = open.has(details.firstChild.textContent);
}
