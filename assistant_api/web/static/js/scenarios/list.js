/** The list of scenarios: one's own, with what is left to do, and the project's. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, counted, el } from "../lib/dom.js";
import { loadInto, problemNotice } from "../lib/notice.js";

const place = byId("list-notice");
const path = (id) => `/scenario-files/${encodeURIComponent(id)}`;
const page = (id) => `/scenarios/${encodeURIComponent(id)}`;

function state(file) {
  if (file.errors > 0) return [counted(file.errors, "error"), "outcome-walks_off"];
  return file.draft ? ["Draft", "outcome-open"] : ["Published", "outcome-content"];
}

function ownRow(file) {
  const [text, kind] = state(file);
  return el(
    "li",
    { class: "scenario-row" },
    el("a", { href: page(file.id), class: "scenario-link" }, file.title),
    el("span", { class: `outcome ${kind}` }, text),
    el("span", { class: "fine" }, `${file.id}.yml`, file.warnings > 0 && ` · ${counted(file.warnings, "piece")} of advice`),
    el("button", { type: "button", class: "small", onclick: () => remove(file) }, "Delete", el("span", { class: "visually-hidden" }, ` ${file.title}`)),
  );
}

function theirRow(file) {
  return el(
    "li",
    { class: "scenario-row" },
    el("a", { href: page(file.id), class: "scenario-link" }, file.title),
    el("a", { href: `/scenarios/new?copy=${encodeURIComponent(file.id)}`, class: "button small" }, "Copy to edit", el("span", { class: "visually-hidden" }, `: ${file.title}`)),
    el("span", { class: "fine scenario-summary" }, file.summary),
  );
}

function offerToRestore(id, text) {
  place.replaceChildren(
    el(
      "div",
      { class: "notice notice-plain", role: "status" },
      el("p", {}, text),
      el("button", { type: "button", class: "small", onclick: () => restore(id) }, `Restore ${id}`),
    ),
  );
}

async function act(what) {
  try {
    await what();
  } catch (error) {
    if (!("title" in error)) throw error;
    place.replaceChildren(problemNotice(error));
  }
}

const remove = (file) =>
  act(async () => {
    await request("DELETE", path(file.id));
    await load();
    offerToRestore(file.id, `“${file.title}” is deleted.`);
    place.querySelector("button").focus();
  });

const restore = (id) =>
  act(async () => {
    await request("POST", `${path(id)}/restore`, { body: {} });
    await load();
    place.replaceChildren(el("p", { class: "notice notice-plain", role: "status" }, `${id} is back.`));
  });

function deletedList(names) {
  return el(
    "details",
    { class: "deleted" },
    el("summary", {}, `Deleted (${names.length})`),
    el("ul", { class: "scenario-rows" }, names.map((id) => el("li", { class: "scenario-row" }, el("code", {}, id), el("button", { type: "button", class: "small", onclick: () => restore(id) }, "Restore", el("span", { class: "visually-hidden" }, ` ${id}`))))),
  );
}

async function load() {
  const { files, deleted } = await get("/scenario-files");
  const own = files.filter((file) => file.own);
  byId("yours").setAttribute("aria-busy", "false");
  byId("yours").replaceChildren(
    own.length > 0
      ? el("ul", { class: "scenario-rows" }, own.map(ownRow))
      : el("p", { class: "empty" }, "None yet. A new one starts from a file with hints, from a copy, or from a transcript."),
    ...(deleted.length > 0 ? [deletedList(deleted)] : []),
  );
  byId("theirs").replaceChildren(el("ul", { class: "scenario-rows" }, files.filter((file) => !file.own).map(theirRow)));
}

const retrier = new Retrier(async () => {
  await loadInto(place, load, retrier);
  const gone = new URLSearchParams(location.search).get("deleted");
  if (gone && byId("yours").getAttribute("aria-busy") === "false") offerToRestore(gone, `${gone} is deleted.`);
});
retrier.now();
