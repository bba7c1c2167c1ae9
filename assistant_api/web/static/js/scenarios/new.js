/** Beginning a scenario: a commented file, a copy, or a draft made of a transcript. */

import { get, request } from "../lib/api.js";
import { byId } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";
import { asDraft } from "./draftflag.js";
import { tellOnEditor } from "./greeting.js";

const form = byId("new");
const name = byId("new-id");
const copied = new URLSearchParams(location.search).get("copy");
const path = (id) => `/scenario-files/${encodeURIComponent(id)}`;

function show() {
  byId("transcript-field").hidden = form.elements.start.value !== "transcript";
}

/** @returns {Promise<{text: string, told: string}>} The text to begin with, and what to say of it on the editor's page. */
async function beginning() {
  const start = form.elements.start.value;
  if (start === "copy") return { text: asDraft((await get(path(copied))).text, true), told: "" };
  if (start === "blank") return { text: byId("starting-text").value, told: "" };
  const draft = await request("POST", "/scenario-drafts/from-transcript", { body: { transcript: byId("transcript").value } });
  const taken = draft.taken_out.map(({ kind, count }) => `${kind} ${count}`).join(", ");
  return {
    text: draft.text,
    told: `Made of ${draft.customer} messages of the customer and ${draft.agent} of the agent. Personal data taken out: ${taken || "none was found"}. Please read it through; not everything is recognised.`,
  };
}

async function create() {
  const button = byId("create");
  button.disabled = true;
  byId("new-problem").replaceChildren();
  try {
    const id = name.value.trim();
    if (!/^[a-z0-9_]{1,64}$/.test(id)) {
      name.focus();
      throw { title: "The file needs a name", detail: "Expected small letters a to z, digits and _, at most 64 of them." };
    }
    const { text, told } = await beginning();
    await request("PUT", path(id), { body: { text, opened: null } });
    tellOnEditor(id, told);
    location.assign(`/scenarios/${id}`);
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("new-problem").replaceChildren(problemNotice(error));
    button.disabled = false;
  }
}

if (copied) {
  byId("copy-choice").hidden = false;
  byId("copy-of").textContent = copied;
  form.elements.start.value = "copy";
  name.value = `${copied.slice(0, 62)}_2`;
}
form.addEventListener("change", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  create();
});
show();
