/** What the ratings say: kappas, correlations, confusions, and one's own ratings that differ from the machine's. */

import { get } from "../lib/api.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { chips, move } from "../lib/moves.js";
import { problemNotice } from "../lib/notice.js";
import { send } from "../review/asking.js";
import { scrolling, table } from "./charts.js";

/** Landis and Koch (1977), whose words are the usual ones. */
const WORDS = [[0, "worse than chance"], [0.2, "slight"], [0.4, "fair"], [0.6, "moderate"], [0.8, "substantial"], [1.01, "almost perfect"]];
const MOST = 30;
const title = (label) => (label === "none" ? "No label" : move(label).title);
const wordFor = (kappa) => WORDS.find(([limit]) => (limit === 0 ? kappa < 0 : kappa <= limit))[1];

function kappaCell({ kappa, n, note }) {
  return kappa === null ? `not defined (n ${n}): ${note}` : `${kappa.toFixed(2)}, ${wordFor(kappa)} (n ${n})`;
}

function meaning() {
  return el("section", {}, el("h3", {}, "What kappa means"),
    el("p", {}, "Two people who label by rolling dice agree now and then, and on a label that is rare nearly always: neither gives it. Cohen's kappa takes that chance out. 1 is full agreement, 0 is no better than dice, below 0 is worse. From 0.6 on a label can be talked about with confidence; below 0.4 a single mark should not be held against anybody."),
    el("p", {}, "It needs numbers: under some thirty sentences, and for labels that hardly occur, it jumps about. Where everybody always, or never, gave a label there is nothing to tell agreement from chance by, and kappa is not defined. How the words “fair”, “substantial” and so on are set goes back to Landis and Koch (1977)."));
}

function labels(answer) {
  const rows = answer.labels.map((each) => [el("span", {}, move(each.label).title, each.weak && " (weak)"), kappaCell(each.among), kappaCell(each.machine), each.machine.both, each.machine.first, each.machine.second, each.f1.toFixed(2)]);
  return el("section", {}, el("h3", {}, "Agreement on labels"),
    el("p", { class: "fine" }, `${counted(answer.sentences, "sentence")} rated by ${counted(answer.raters, "trainer")}. Among trainers: the mean over each two of them who rated the same sentences. With the machine: every trainer's rating beside its labels.`),
    el("p", { class: "fine" }, "All figures here are of the rated sentences. Rare labels are drawn into the samples more often than people write them, so that they get ratings at all: read each row for its label, and do not take “Both” and “alone” for how often it occurs in conversations. Kappa, too, would come out different on sentences drawn by lot alone."),
    scrolling("Agreement on labels", table("Cohen's kappa for each label", ["Label", "Kappa among trainers", "Kappa with the machine", "Both", "Trainer alone", "Machine alone", "F1 when taught"], rows)));
}

const coefficients = (each) => (each.pearson === null ? [`not defined: ${each.note}`, "not defined"] : [each.pearson.toFixed(2), each.spearman === null ? "not defined" : each.spearman.toFixed(2)]);

function scores(answer) {
  return el("section", {}, el("h3", {}, "Agreement on scores"),
    el("p", { class: "fine" }, "1: who scores one session higher, does the other, too. Pearson compares the points, Spearman the order alone. The machine's own score is meant, before any correction."),
    scrolling("Agreement on scores", table("Correlation of scores", ["Whose scores", "Pearson", "Spearman", "n"], [
      ["Among trainers", ...coefficients(answer.scores_among), answer.scores_among.n],
      ["With the machine", ...coefficients(answer.scores_machine), answer.scores_machine.n],
    ])));
}

/** Labels of the trainers down, those of the machine across; only those that occur. */
function confusion(answer) {
  const used = (side) => [...new Set(answer.confusion.map((each) => each[side]))];
  const count = (trainer, machine) => answer.confusion.find((each) => each.trainer === trainer && each.machine === machine)?.count ?? "";
  const [down, across] = [used("trainer"), used("machine")];
  return el("section", {}, el("h3", {}, "What is taken for what"),
    el("p", { class: "fine" }, "Trainers down, the machine across. A label that both gave counts where it meets itself; the others where they stand against each other."),
    down.length === 0 ? el("p", { class: "empty" }, "No rated sentence has a label yet.") : scrolling("What is taken for what", table("Confusion of labels", ["Trainer \\ machine", ...across.map(title)], down.map((one) => [title(one), ...across.map((other) => count(one, other))]))));
}

function weak(answer) {
  const named = answer.labels.filter((each) => each.weak).sort((one, other) => one.f1 - other.f1).map((each) => `${move(each.label).title} (F1 ${each.f1.toFixed(2)})`);
  return el("section", {}, el("h3", {}, "Where the machine is known to be weak"),
    el("p", {}, `${named.join(", ")}. F1 weighs what it finds against what it makes up, from 0 to 1, on sentences that it was not taught. Read marks of these kinds as a hint to look, not as a verdict; a trainer's word overrules them.`));
}

function correctForm(one) {
  const problem = el("div", {});
  const id = `reason-${one.session}-${one.turn}-${one.sentence}`;
  const reason = el("textarea", { id, rows: 2, maxlength: 2000, required: true });
  const form = el("form", { onsubmit: async (event) => {
    event.preventDefault();
    const body = { turn: one.turn, sentence: one.sentence, labels: one.labels, reason: reason.value };
    if (!(await send(problem, "POST", `/review/sessions/${encodeURIComponent(one.session)}/labels`, body))) return;
    form.replaceWith(corrected());
    announce("Corrected");
  } }, el("div", { class: "field" }, el("label", { for: id }, "Why is yours right?"), reason), problem, el("div", {}, el("button", {}, "Correct the machine")));
  return form;
}

const corrected = () => el("p", { class: "fine" }, "Corrected: it goes along with the next ", el("code", {}, "coach corrections export"), ".");

function differing(answer) {
  const mine = answer.differing;
  return el("section", {}, el("h3", {}, "Where you and the machine differ"),
    mine.length === 0 ? el("p", { class: "empty" }, "Nowhere so far.") : [
      el("p", { class: "fine" }, "If you are sure, correct the machine. That overrules the label in the session, whose score is counted anew; the agent reads your reason, and the sentence goes to the training data."),
      el("ol", { class: "differing" }, mine.slice(0, MOST).map((one) => el("li", {},
        el("p", {}, el("q", {}, one.text)),
        el("p", {}, "You: ", chips(one.labels)), el("p", {}, "Machine: ", chips(one.machine)),
        el("p", {}, el("a", { href: `/review/${encodeURIComponent(one.session)}#turn-${one.turn}-s${one.sentence + 1}` }, `See it in “${one.title}”`)),
        one.corrected ? corrected() : el("details", {}, el("summary", {}, "Correct the machine"), correctForm(one))))),
      mine.length > MOST && el("p", { class: "fine" }, `The first ${MOST} of ${mine.length}.`)]);
}

/** Fetch the agreement and show it below the button. */
export async function compare() {
  const place = byId("agreement");
  try {
    const answer = await get("/calibration/agreement");
    byId("agreement-problem").replaceChildren();
    const rated = answer.sentences + answer.sessions > 0;
    place.replaceChildren(...(rated ? [meaning(), labels(answer), scores(answer), confusion(answer), weak(answer), differing(answer)]
      : [el("p", { class: "empty" }, "Nobody has rated anything yet."), meaning(), weak(answer)]));
    place.hidden = false;
    byId("compare").setAttribute("aria-expanded", "true");
    byId("compare").textContent = "Compare anew";
    announce(`${counted(answer.sentences, "sentence")} and ${counted(answer.sessions, "session")} compared`);
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("agreement-problem").replaceChildren(problemNotice(error));
  }
}
