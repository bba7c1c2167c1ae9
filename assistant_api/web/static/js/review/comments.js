/** Comments: written, edited and deleted, the last two with a way back. */

import { el } from "../lib/dom.js";
import { when } from "../lib/when.js";
import { send } from "./asking.js";
import { offerMentions } from "./mentions.js";
import { offerUndo } from "./undo.js";

const LIMIT = 2000;
let last = 0;

/** @typedef {import("./notes.js").Notes} Notes */

function changed(notes, comments, aim) {
  notes.show({ ...notes.session, comments }, aim);
}

/** A comment may have gone, or changed, meanwhile: what is there now is told by the page's own session. */
const swapped = (notes, comment) => notes.session.comments.map((one) => (one.id === comment.id ? comment : one));
const address = (comment) => `/review/comments/${encodeURIComponent(comment.id)}`;
const ofSession = (notes) => `/review/sessions/${encodeURIComponent(notes.session.id)}/comments`;

/**
 * @param {Notes} notes
 * @param {string} text What stands in it at first.
 * @param {string} label
 * @param {(text: string, problem: Element) => Promise<void>} save
 * @param {() => void} cancel
 */
function editor(notes, text, label, save, cancel) {
  const id = `comment-${(last += 1)}`;
  const box = /** @type {HTMLTextAreaElement} */ (el("textarea", { id, rows: 3, maxlength: LIMIT, required: true, "aria-describedby": `${id}-hint` }));
  box.value = text;
  const problem = el("div", {});
  const people = notes.session.people.filter((one) => one.name);
  const form = el("form", { class: "comment-editor", onsubmit: (event) => {
    event.preventDefault();
    if (box.value.trim()) save(box.value, problem);
  } },
  el("label", { for: id }, label), box,
  people.length > 0 && offerMentions(box, people),
  el("p", { class: "fine", id: `${id}-hint` }, `${people.length ? "@ and a name mention somebody who may read this. " : ""}Personal data is taken out. Ctrl and Enter send it, Esc leaves it.`),
  problem,
  el("p", { class: "button-row" }, el("button", { class: "primary small" }, "Save"), el("button", { type: "button", class: "small", onclick: cancel }, "Cancel")));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (event.key === "Escape") cancel();
  });
  return { form, box };
}

/** @param {Notes} notes @param {HTMLElement} button Pressed for it. @param {number} turn @param {number | null} place */
export function writeComment(notes, button, turn, place) {
  const actions = button.closest(".note-actions");
  const about = place === null ? `Your comment on turn ${turn}` : `Your comment on sentence ${place + 1} of turn ${turn}`;
  const { form, box } = editor(notes, "", about, async (text, problem) => {
    const comment = await send(problem, "POST", ofSession(notes), { turn, sentence: place, text });
    if (comment) changed(notes, [...notes.session.comments, comment], `comment-${comment.id}`);
  }, () => {
    form.remove();
    actions.hidden = false;
    button.focus();
  });
  actions.hidden = true;
  actions.after(form);
  box.focus();
}

/** @param {Notes} notes @param {any[]} comments */
export function commentList(notes, comments) {
  return el("ul", { class: "comments" }, comments.map((comment) => commentItem(notes, comment)));
}

function commentItem(notes, comment) {
  const problem = el("div", {});
  const item = el("li", { class: "comment", id: `comment-${comment.id}`, tabindex: "-1" },
    el("p", { class: "comment-head" }, el("strong", {}, comment.author.name), " ",
      el("span", { class: "fine" }, `${when(comment.created_at)}${comment.edited_at ? ", edited" : ""}`)),
    el("p", { class: "comment-text" }, comment.parts.map((part) => (part.person ? el("strong", { class: "mention" }, part.text) : part.text))),
    problem,
    comment.own && el("p", { class: "note-actions" },
      el("button", { type: "button", class: "small quiet", onclick: () => edit(notes, comment, item) }, "Edit"),
      el("button", { type: "button", class: "small quiet", onclick: () => remove(notes, comment, problem) }, "Delete")));
  return item;
}

function edit(notes, comment, item) {
  const { form, box } = editor(notes, comment.text, "Your comment", async (text, problem) => {
    const now = await send(problem, "PUT", address(comment), { text });
    if (!now) return;
    changed(notes, swapped(notes, now), `comment-${comment.id}`);
    offerUndo("The comment is changed.", async () => {
      const back = await send(document.getElementById("undo"), "PUT", address(comment), { text: comment.text });
      if (back) changed(notes, swapped(notes, back), `comment-${comment.id}`);
    });
  }, () => {
    form.replaceWith(item);
    item.focus();
  });
  item.replaceWith(form);
  box.focus();
}

async function remove(notes, comment, problem) {
  if ((await send(problem, "DELETE", address(comment))) === undefined) return;
  const rest = notes.session.comments.filter((one) => one.id !== comment.id);
  changed(notes, rest, `turn-${comment.turn}`);
  offerUndo("The comment is deleted.", async () => {
    const { turn, sentence, text } = comment;
    const back = await send(document.getElementById("undo"), "POST", ofSession(notes), { turn, sentence, text });
    if (back) changed(notes, [...rest, back], `comment-${back.id}`);
  });
}
