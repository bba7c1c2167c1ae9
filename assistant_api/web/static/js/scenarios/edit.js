/** The editor of one scenario file. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { announce, byId, el } from "../lib/dom.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { ask, checkSoon, showCheck } from "./checkpanel.js";
import { askWhich, otherText } from "./choices.js";
import { asDraft, isDraft } from "./draftflag.js";
import { greeting } from "./greeting.js";
import { forget, keep, kept } from "./keeping.js";
import { setText } from "./numbered.js";

const id = byId("scenario").dataset.id;
const path = `/scenario-files/${encodeURIComponent(id)}`;
const area = byId("text");
const notice = byId("notice");
/** The file as it was last read or saved. */
let file = { text: "", version: "", own: false };

const unsaved = () => file.own && area.value !== file.text;

function showState() {
  byId("state").textContent = !file.own ? "With the program, read only" : isDraft(area.value) ? "Draft" : "Published";
  byId("state").className = `outcome ${file.own && !isDraft(area.value) ? "outcome-content" : "outcome-open"}`;
  byId("publish").textContent = isDraft(area.value) ? "Publish" : "Make it a draft again";
  byId("saved").textContent = unsaved() ? "Not saved yet; it is kept in this browser." : "";
  byId("save").disabled = !unsaved();
}

function changed() {
  if (unsaved()) keep(id, area.value, file.version);
  else forget(id);
  showState();
  checkSoon(id, () => area.value);
}

function put(text) {
  setText(text);
  changed();
}

function opened(found) {
  file = found;
  byId("scenario-title").textContent = found.check.preview?.title ?? id;
  showCheck(found.check);
  showState();
}

/** Run what a button does, and tell what goes wrong beside it. */
async function act(what) {
  notice.replaceChildren();
  try {
    return await what();
  } catch (error) {
    if (!("title" in error)) throw error;
    if (error.name === "scenario-changed") conflict(error);
    else notice.replaceChildren(problemNotice(error));
    return false;
  }
}

function conflict(error) {
  const mine = area.value;
  if (error.version === undefined) {
    askWhich("Somebody has deleted this file meanwhile. Yours is still here.", [["Save mine as a new file", () => save(null)]]);
    return;
  }
  const taken = () => request("GET", path).then((found) => {
    setText(found.text);
    forget(id);
    opened(found);
  });
  askWhich(
    "The file has changed on the disk since you opened it; nothing was overwritten.",
    [["Save mine over it", () => save(error.version)], ["Take the file’s", () => act(taken)], ["Keep typing", () => area.focus()]],
    otherText(error.text),
  );
  if (area.value !== mine) put(mine);
}

/** @param {string | null} [version] @returns {Promise<boolean>} Whether it is saved. */
function save(version = file.version) {
  return act(async () => {
    const text = area.value;
    const found = await request("PUT", path, { body: { text, opened: version } });
    const typedOn = area.value;
    opened(found);
    if (typedOn === text) forget(id);
    byId("saved").textContent = "Saved.";
    return true;
  });
}

const publish = () =>
  act(async () => {
    const text = asDraft(area.value, !isDraft(area.value));
    const check = await ask(id, text);
    if (!isDraft(text) && check.errors > 0) {
      showCheck(check);
      throw { title: "It is not published yet", detail: "What is marked as an error below has to be written or mended first." };
    }
    put(text);
    await save();
    announce(isDraft(text) ? "It is a draft again." : "It is published.");
  });

const tryIt = () =>
  act(async () => {
    if (unsaved() && !(await save())) return;
    const check = await ask(id, area.value);
    if (check.preview === null) throw { title: "It cannot be played yet", detail: "Please mend the errors first." };
    const session = await request("POST", "/sessions", { body: { scenario: id } });
    location.assign(`/practice/${encodeURIComponent(session.id)}`);
  });

const remove = () =>
  act(async () => {
    await request("DELETE", path);
    // What is kept in the browser would only stand against the file once it is restored.
    forget(id);
    file = { ...file, text: area.value };
    location.assign(`/scenarios?deleted=${encodeURIComponent(id)}`);
  });

function restoreTyped() {
  const before = kept(id);
  if (!before || !file.own || before.text === file.text) {
    forget(id);
  } else if (before.version === file.version) {
    put(before.text);
    askWhich("What you had typed here was not saved; it is back.", [["Go on with it", () => area.focus()], ["Discard it", () => put(file.text)]]);
  } else {
    askWhich(
      "What you had typed here was not saved, and the file has changed since. The file as it is now is shown.",
      [["Take what I had typed", () => put(before.text)], ["Stay with the file", () => forget(id)]],
    );
  }
}

async function load() {
  const found = await get(path);
  setText(found.text);
  area.disabled = false;
  area.readOnly = !found.own;
  byId("tools").hidden = false;
  for (const tool of document.querySelectorAll(".own-only")) tool.hidden = !found.own;
  byId("copy").textContent = found.own ? "Duplicate" : "Copy to edit";
  opened(found);
}

area.addEventListener("input", changed);
byId("save").addEventListener("click", () => save());
byId("publish").addEventListener("click", publish);
byId("try").addEventListener("click", tryIt);
byId("delete").addEventListener("click", remove);
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  if (unsaved()) save();
});
addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());

const retrier = new Retrier(async () => {
  await loadInto(notice, load, retrier);
  if (!file.version) return;
  restoreTyped();
  const told = greeting(id);
  if (told) notice.replaceChildren(el("p", { class: "notice notice-plain", role: "status" }, told));
});
retrier.now();
