/** Charts that count sessions: scores, how customers left, mistakes, the way to the pass mark, times. */

import { counted } from "../lib/dom.js";
import { move } from "../lib/moves.js";
import { duration } from "../lib/when.js";
import { bars, chart, sessionsOf, spreads } from "./charts.js";

const FIFTHS = ["0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 to 100"];
const AMOUNTS = ["None or hardly any", "A little", "Some", "A lot", "Very much"];
const FACES = { bad: ["☹ Unhappy", "danger"], neutral: ["😐 Neither", "warm"], good: ["☺ Happy", "good"] };
const listed = (rows) => rows.map((row) => `${row.title}: ${row.told ?? row.count}`).join("; ");

function spread(insight, id, title, groups) {
  const rows = groups.map((each) => ({ ...each, told: `mean ${Math.round(each.mean)}, n ${each.sessions}` }));
  return chart({
    id, title, n: sessionsOf(insight.sessions, insight.few), drawing: spreads(`${title}: ${rows.map((row) => `${row.title}, ${row.told}`).join("; ")}.`, rows),
    text: "How many sessions ended with how many points.",
    note: groups.some((each) => each.sessions < insight.few) ? `Where n is below ${insight.few}, the mean says little.` : "",
    columns: [id === "by-level" ? "Level" : "Scenario", ...FIFTHS, "Mean", "Sessions"], rows: groups.map((each) => [each.title, ...each.fifths, Math.round(each.mean), each.sessions]),
  });
}

/** One bar for each group of sessions. */
function grouped(insight, id, title, text, rows, n = insight.sessions, head = "Sessions") {
  return chart({ id, title, text, n: sessionsOf(n, insight.few), drawing: bars(`${title}. ${listed(rows)}.`, rows), columns: ["Group", head], rows: rows.map((row) => [row.title, row.told ?? row.count]) });
}

const ofAmounts = (counts, look) => counts.map((count, number) => ({ title: AMOUNTS[number], count, look }));

function mistakes(insight) {
  const rows = insight.mistakes.map(({ label, count, sessions }) => ({ title: move(label).title, count, sessions, look: "danger", told: `${count} in ${sessions}` }));
  const drawing = bars(`Mistakes by kind. ${rows.map((row) => `${row.title}: ${row.count} in ${counted(row.sessions, "session")}`).join("; ")}.`, rows);
  return chart({
    id: "mistakes", title: "Mistakes by kind", n: sessionsOf(insight.sessions, insight.few), text: rows.length ? "How often, and in how many sessions." : "None was made in these weeks.",
    drawing, columns: ["Mistake", "How often", "In sessions"], rows: rows.map((row) => [row.title, row.count, row.sessions]),
  });
}

function reach(insight) {
  const people = insight.reached.reduce((sum, each) => sum + each.people, 0) + insight.not_reached;
  const alone = insight.about.kind === "me" || insight.about.kind === "person";
  const rows = insight.reached.map((each) => ({ title: each.sessions === 1 ? "With the first session" : `With session ${each.sessions}`, count: each.people }));
  if (insight.not_reached) rows.push({ title: "Not yet", count: insight.not_reached, look: "warm" });
  const first = insight.reached[0]?.sessions;
  const text = !people ? "Nobody has practised yet." : alone
    ? first ? `${first === 1 ? "The first session" : `It took ${first} sessions until one`} reached ${insight.mark} points.` : `No session has reached ${insight.mark} points yet.`
    : `How many sessions people needed until one reached ${insight.mark} points.`;
  return chart({
    id: "reach", title: "Time to the pass mark", n: `n = ${counted(people, "person", "people")}`, text,
    note: "Counted from everybody's very first session on, also before these weeks. Second tries from the middle of a session don't count.",
    drawing: bars(`Time to the pass mark. ${listed(rows)}.`, rows), columns: ["Reached", "People"], rows: rows.map((row) => [row.title, row.count]),
  });
}

/** @param {any} insight @returns {HTMLElement[]} All of them. */
export function countCharts(insight) {
  const timed = insight.first_responses.reduce((sum, each) => sum + each.sessions, 0);
  const faces = insight.faces.map(({ title, sessions }) => ({ title: FACES[title][0], look: FACES[title][1], count: sessions }));
  const plain = (groups) => groups.map(({ title, sessions }) => ({ title, count: sessions }));
  const likely = insight.recommend === null ? "" : `How likely they are to recommend the company, 0 to 10: ${insight.recommend.toFixed(1)} on average.`;
  return [
    spread(insight, "by-scenario", "Scores by scenario", insight.scenarios),
    spread(insight, "by-level", "Scores by level", insight.levels),
    grouped(insight, "anger", "Anger at the end", "How much of it was left when the customer went.", ofAmounts(insight.anger, "danger")),
    grouped(insight, "satisfaction", "Satisfaction at the end", "How satisfied the customer was.", ofAmounts(insight.satisfaction, "good")),
    grouped(insight, "faces", "What face customers gave", "Their answer after the session.", faces),
    grouped(insight, "recommend", "Would customers recommend us?", likely, plain(insight.recommend_groups)),
    mistakes(insight),
    reach(insight),
    grouped(insight, "first-response", "First response time", insight.first_response === null ? "Nobody has answered yet." : `${duration(insight.first_response)} on average.`, plain(insight.first_responses), timed),
  ];
}
