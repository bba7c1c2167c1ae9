/** A text area with line numbers, marks on the lines that a check speaks of, and jumps to a line. */

import { byId, el } from "../lib/dom.js";

const area = byId("text");
const numbers = byId("numbers");
let marked = new Map();
let shown = 0;

function draw() {
  const lines = area.value.split("\n").length;
  shown = lines;
  numbers.replaceChildren(
    ...Array.from({ length: lines }, (_, at) => el("span", { class: marked.has(at + 1) ? `number-${marked.get(at + 1)}` : null }, `${at + 1}\n`)),
  );
  follow();
}

function follow() {
  numbers.scrollTop = area.scrollTop;
}

const lineAt = (offset) => area.value.slice(0, offset).split("\n").length;

function tellPlace() {
  byId("place").textContent = `Line ${lineAt(area.selectionStart)}`;
}

/** @param {{line: number, severity: string}[]} remarks */
export function mark(remarks) {
  marked = new Map();
  for (const { line, severity } of remarks) if (marked.get(line) !== "error") marked.set(line, severity);
  draw();
}

/** @param {number} line Counted from 1. */
export function jumpTo(line) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  area.scrollTop = Math.max(0, (line - 1) * parseFloat(getComputedStyle(area).lineHeight) - area.clientHeight / 3);
  area.scrollLeft = 0;
  follow();
  tellPlace();
}

/** A new line begins below the one before it, as deep as that. */
function keepDepth(event) {
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const before = area.value.slice(0, area.selectionStart).split("\n").pop();
  const depth = /^ */.exec(before)[0];
  if (!depth) return;
  event.preventDefault();
  // The one way that leaves the browser's undo working.
  document.execCommand("insertText", false, `\n${depth}`);
}

/** @param {string} text */
export function setText(text) {
  area.value = text;
  draw();
}

area.addEventListener("scroll", follow);
area.addEventListener("input", () => area.value.split("\n").length !== shown && draw());
area.addEventListener("keydown", keepDepth);
for (const event of ["keyup", "click", "focus"]) area.addEventListener(event, tellPlace);
