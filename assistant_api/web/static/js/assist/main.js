/** The Assist page: draft in, marks and advice out. */

import { announce, byId, counted } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";
import { Advice, FEW, piecesOf } from "./advice.js";
import { showAdvice } from "./advicelist.js";
import { blanks, firstBlank, nextBlank } from "./blanks.js";
import { mayCopy } from "./blanksdialog.js";
import { Checker, isUnjudged } from "./checker.js";
import { copiedWords, copyText } from "./copying.js";
import { Editor } from "./editor.js";
import { Keeping } from "./keeping.js";
import { Kept } from "./kept.js";
import { unjudged } from "./language.js";
import { carrier, marksOf, underlines } from "./marks.js";
import { Popover } from "./popover.js";
import { Rewrites } from "./rewrites.js";
import { coveredSteps } from "./score.js";
import { showSentences } from "./sentencelist.js";
import { change, chosen, radios, rememberOpenParts, settings } from "./settings.js";
import { listenForKeys } from "./shortcuts.js";
import { showNoReport, showReport, showUnjudged } from "./show.js";
import { Start } from "./start.js";
import { TemplatesDialog } from "./templatesdialog.js";
import { Understanding } from "./understanding.js";

const kept = await Kept.open();
const state = byId("check-state");
const editor = new Editor(changed);
const message = new Understanding(checkAgain);
const advice = new Advice(kept.value.aside);
const start = new Start(kept.value.start ?? null, () => editor.text);
const select = ({ start: from, end }) => editor.select(from, end);
const acts = { use, putAside, show: (key) => select(advice.find(key).finding), select };
const keeping = new Keeping();
const popover = new Popover(editor, advice, acts);
const rewrites = new Rewrites({ asked, use: useRewrite, copy: copyRewrite });
new TemplatesDialog(() => editor.text, insertTemplate);
/** The marks that are not advice; and the latest report, for what is drawn anew without asking again. */
let others = [];
let latest = null;
let told = "";

const checker = new Checker({
  onWait: () => {
    state.textContent = "Checking …";
    byId("report").setAttribute("aria-busy", "true");
  },
  onReport: (report) => {
    keeping.learn();
    done(isUnjudged(report) ? "Read, but not judged." : "Checked.");
    message.show(report.understanding ?? null);
    latest = isUnjudged(report) ? null : report;
    advice.pieces = latest ? piecesOf(report) : [];
    others = latest ? marksOf(report) : [];
    paint();
    if (latest) {
      showReport(report, select);
      drawAdvice();
      sayOnce(`Score ${report.score} of 100, ${coveredSteps(report)} of 5 steps covered, ${counted(advice.marked.length, "mark")}.`);
    } else {
      showUnjudged(report.language);
      sayOnce(unjudged(report.language));
    }
  },
  onOpening: (report) => {
    done("Your draft is kept in this browser only.");
    message.show(report.understanding);
    latest = report;
    advice.pieces = piecesOf(report);
    showNoReport();
    drawAdvice();
    announce(`Understood. ${counted(advice.shown.length, "sentence")} to begin with.`);
  },
  onProblem: (problem, retry) => {
    done("Not checked. Your draft is kept in this browser.");
    byId("check-problem").replaceChildren(
      problemNotice(problem, { retry, note: problem.transient ? "The check is tried again by itself." : undefined }),
    );
  },
  onEmpty: () => {
    latest = null;
    message.show(null);
    showNoReport();
    done("Your draft is kept in this browser only.");
  },
});

/** Not again after every word, while nothing has changed. */
function sayOnce(words) {
  if (words !== told) announce(words);
  told = words;
}

function done(text) {
  state.textContent = text;
  byId("report").setAttribute("aria-busy", "false");
  byId("check-problem").replaceChildren();
}

function asked() {
  return { draft: editor.text, customer: message.text, channel: chosen("channel") };
}

function paint() {
  editor.paint([...others, ...underlines(advice.marked)]);
  popover.repainted();
  byId("next-mark").disabled = advice.marked.length === 0;
}

function drawAdvice() {
  if (!latest) return;
  showAdvice(advice, acts);
  showSentences(latest.sentences, latest.steps, message.text, advice.open, acts);
}

/** The draft was changed: marks that the change did not touch stay until the next check. */
function changed(before) {
  const carried = carrier(before, editor.text);
  others = others.map(carried).filter(Boolean);
  advice.carry(before, editor.text);
  popover.close();
  paint();
  checkAgain();
}

function checkAgain() {
  save();
  refresh();
  checker.want(asked());
}

function save() {
  // What was put aside in one draft says nothing of the next.
  if (!editor.text.trim()) advice.aside.clear();
  start.refresh();
  kept.save({ ...asked(), start: start.text, aside: [...advice.aside] });
}

function refresh() {
  const { text, history } = editor;
  const left = blanks(text).length;
  byId("undo").disabled = history.done.length === 0;
  byId("undo").title = history.done.length ? `Take back: ${history.done.at(-1).name}` : "";
  byId("clear").disabled = !text && !message.text;
  byId("copy").disabled = !text.trim();
  byId("next-blank").hidden = left === 0;
  byId("next-blank").setAttribute("aria-label", `Next blank: ${left} to fill`);
  rewrites.refresh();
}

function use(key) {
  const { suggestion, name } = advice.find(key) ?? {};
  if (!suggestion) {
    announce("The text has changed there; the check is on its way.");
    return;
  }
  start.keep();
  popover.close();
  editor.put(name, suggestion);
  announce("Put in. Control Z takes it back.");
}

function putAside(key) {
  const row = document.activeElement.closest("#advice > li");
  const index = row ? [...row.parentElement.children].indexOf(row) : -1;
  advice.aside.add(key);
  popover.close();
  save();
  paint();
  drawAdvice();
  if (row) (byId("advice").children[index]?.querySelector("button") ?? byId("advice-title")).focus();
  else editor.goOnTyping();
  announce("Put aside for this draft.");
}

function useRewrite(text, title) {
  start.keep();
  editor.change(`the rewrite “${title}”`, text, text.length);
  editor.goOnTyping();
  announce("The rewrite is in. Control Z brings your draft back.");
}

function insertTemplate({ name, text }) {
  const empty = !editor.text.trim();
  const at = empty ? 0 : editor.box.selectionEnd;
  editor.put(`the template “${name}”`, { start: at, end: empty ? editor.text.length : at, text });
}

async function copy() {
  const reply = asked();
  const choice = await mayCopy(reply.draft);
  if (choice === "fill") goToFirstBlank();
  if (choice !== "copy") return;
  if (await copied(reply.draft)) tell(copiedWords(reply.draft) + (await keeping.keep(reply)));
}

async function copied(text) {
  const done = await copyText(text);
  tell(done ? copiedWords(text) : "Not copied: the browser does not allow it. Select the text and press Ctrl+C.");
  return done;
}

function tell(words) {
  state.textContent = words;
  announce(words);
}

async function copyRewrite(text, title) {
  const choice = await mayCopy(text);
  if (choice === "copy") await copied(text);
  if (choice !== "fill") return;
  useRewrite(text, title);
  goToFirstBlank();
}

function goToFirstBlank() {
  const { start: from, end } = firstBlank(editor.text);
  editor.select(from, end);
}

function goToBlank() {
  const blank = nextBlank(editor.text, editor.box.selectionEnd);
  if (blank) editor.select(blank.start, blank.end);
  return Boolean(blank);
}

/** Begin anew; one step back brings both texts again. */
function clear() {
  const { text } = message;
  const restore = () => {
    // Another message written meanwhile is not thrown away for the old one.
    if (!message.text) message.text = text;
  };
  message.text = "";
  message.show(null);
  editor.change("clearing", "", 0, restore);
  editor.box.focus();
}

function useFirst() {
  const first = advice.shown.find((piece) => piece.suggestion);
  if (first) use(first.key);
  return Boolean(first);
}

for (const [id, act] of Object.entries({
  undo: () => editor.undo(),
  clear,
  copy,
  "next-mark": () => popover.goOn(1),
  "next-blank": goToBlank,
  "bring-back": () => {
    advice.aside.clear();
    save();
    paint();
    drawAdvice();
  },
})) {
  byId(id).addEventListener("click", act);
}
radios("channel", kept.value.channel ?? settings().channel ?? "", (channel) => {
  change({ channel });
  checkAgain();
});
radios("advice-cap", settings().advice ?? "few", (amount) => {
  change({ advice: amount });
  advice.most = amount === "few" ? FEW : null;
  paint();
  drawAdvice();
});
advice.most = chosen("advice-cap") === "few" ? FEW : null;
rememberOpenParts();
listenForKeys({ useFirst, goOn: (direction) => popover.goOn(direction), goToBlank, copy: () => editor.text.trim() && copy() });
// Somebody may have been quicker than the page.
if (!message.text) message.text = kept.value.customer;
editor.set(editor.text || kept.value.draft);
