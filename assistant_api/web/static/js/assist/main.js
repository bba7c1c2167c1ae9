/** The Assist page: draft in, marks and suggestions out. */

import { announce, byId, counted } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";
import { recall, remember } from "../lib/storage.js";
import { Checker, isUnjudged } from "./checker.js";
import { Editor } from "./editor.js";
import { showUnjudged, unjudged } from "./language.js";
import { marksOf } from "./marks.js";
import { showNoReport, showReport } from "./report.js";
import { showSuggestions } from "./suggestions.js";

const KEY = "heard.assist";
const customer = byId("customer");
const state = byId("check-state");
const act = { select: ({ start, end }) => editor.select(start, end), apply };
/** @type {any[]} The suggestions for the draft as it is now; none while it is being checked. */
let current = [];

const checker = new Checker({
  onAsk: () => {
    state.textContent = "Checking …";
    byId("report").setAttribute("aria-busy", "true");
  },
  onReport: (report) => {
    current = report.suggestions;
    if (isUnjudged(report)) {
      editor.paint([]);
      showUnjudged(report.language);
      showSuggestions([], "", apply);
      done("Read, but not judged.");
      announce(unjudged(report.language));
      return;
    }
    editor.paint(marksOf(report));
    showReport(report, customer.value, act);
    showSuggestions(report.suggestions, editor.text, apply);
    done("Checked.");
    const covered = Object.values(report.steps).filter((step) => step.covered).length;
    announce(`Score ${report.score} of 100, ${covered} of 5 steps covered, ${counted(report.findings.length, "finding")}.`);
  },
  onProblem: (problem, retry) => {
    done("Not checked. Your draft is kept in this browser.");
    byId("check-problem").replaceChildren(
      problemNotice(problem, { retry, note: problem.transient ? "The check is tried again by itself." : undefined }),
    );
  },
  onEmpty: () => {
    showNoReport();
    showSuggestions([], "", apply);
    done("Your draft is kept in this browser only.");
  },
});

function done(text) {
  state.textContent = text;
  byId("report").setAttribute("aria-busy", "false");
  byId("check-problem").replaceChildren();
}

const editor = new Editor(changed);

function changed() {
  // Spans and words of the last check no longer fit this text.
  current = [];
  remember(KEY, { draft: editor.text, customer: customer.value });
  refreshButtons();
  checker.want(editor.text, customer.value);
}

function refreshButtons() {
  byId("undo").disabled = editor.applied.length === 0;
  byId("clear").disabled = !editor.text && !customer.value;
  byId("copy").disabled = !editor.text.trim();
}

function apply(suggestion) {
  if (!current.includes(suggestion)) return;
  editor.apply(suggestion);
  refreshButtons();
  announce("Suggestion applied.");
}

async function copy() {
  try {
    await navigator.clipboard.writeText(editor.text);
  } catch {
    // Plain HTTP from another machine has no clipboard of its own.
    editor.box.select();
    document.execCommand("copy");
  }
  state.textContent = "Copied.";
}

customer.addEventListener("input", changed);
byId("undo").addEventListener("click", () => {
  editor.undo();
  refreshButtons();
});
byId("clear").addEventListener("click", () => {
  // One step back brings both texts again, as after a suggestion.
  const before = editor.text;
  const asked = customer.value;
  const restore = () => {
    // Another message written meanwhile is not thrown away for the old one.
    if (!customer.value) customer.value = asked;
  };
  customer.value = "";
  editor.set("");
  editor.applied.push({ before, after: "", at: before.length, restore });
  refreshButtons();
  editor.box.focus();
});
byId("copy").addEventListener("click", copy);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && current.length) {
    event.preventDefault();
    apply(current[0]);
  } else if (event.altKey && event.code === "KeyC" && editor.text.trim()) {
    event.preventDefault();
    copy();
  }
});

const kept = recall(KEY) ?? { draft: "", customer: "" };
customer.value = kept.customer;
editor.set(kept.draft);
