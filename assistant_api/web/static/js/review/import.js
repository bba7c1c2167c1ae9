/** Bringing real chats in: first what would be stored is shown, then it is. */

import { get, request } from "../lib/api.js";
import { byId, counted, el } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

const HINTS = {
  text: "Lines such as “Customer: …” and “Agent: …”, or names with what each said.",
  csv: "The first row names the columns: one for the speaker, one for the text; conversation and title where there are several.",
  json: "A list of messages with “speaker” and “text”, or of conversations with “title” and “messages”.",
};
const MASK = /(\[[a-z_ -]{2,20}\])/;
const form = byId("import-form");
const content = byId("import-content");
/** What the preview was made of: that, and nothing typed afterwards, is stored. */
let previewed = null;

function hint() {
  byId("import-hint").textContent = HINTS[form.elements.format.value];
}

/** @param {string} text @returns {(Node | string)[]} With what was taken out set off. */
function masked(text) {
  return text.split(MASK).map((piece) => (MASK.test(piece) ? el("mark", { class: "hit" }, piece) : piece));
}

function chatCard(chat, number) {
  return el("section", { class: "card import-chat" },
    el("h3", {}, chat.title || `Conversation ${number}`),
    el("p", { class: "fine" }, counted(chat.messages.length, "message")),
    el("ol", { class: "import-messages" }, chat.messages.map((message) =>
      el("li", { class: `import-${message.side}` }, el("p", { class: "speaker" }, message.side === "agent" ? "Agent" : "Customer"), el("p", { class: "said" }, masked(message.text))))));
}

function takenOut(chats) {
  const counts = new Map();
  for (const { kind, count } of chats.flatMap((chat) => chat.taken_out)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  if (!counts.size) return "No personal data was found in it.";
  return `Taken out: ${[...counts].map(([kind, count]) => `${kind.replaceAll("_", " ")} ×${count}`).join(", ")}.`;
}

/** @param {Element} place @param {HTMLButtonElement} button @param {() => Promise<void>} act */
async function during(place, button, act) {
  button.disabled = true;
  try {
    await act();
    place.replaceChildren();
  } catch (error) {
    if (!("title" in error)) throw error;
    place.replaceChildren(problemNotice(error));
  } finally {
    button.disabled = false;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  during(byId("import-problem"), byId("import-preview"), async () => {
    const body = { format: form.elements.format.value, content: content.value };
    byId("import-shown").hidden = true;
    const { chats } = await request("POST", "/review/imports/preview", { body });
    previewed = body;
    byId("import-taken").textContent = takenOut(chats);
    byId("import-chats").replaceChildren(...chats.map((chat, index) => chatCard(chat, index + 1)));
    byId("import-shown").hidden = false;
    byId("import-shown").focus();
  });
});
form.addEventListener("change", hint);
byId("import-file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  content.value = await file.text();
  const ending = file.name.split(".").pop().toLowerCase();
  form.elements.format.value = ending in HINTS ? ending : "text";
  hint();
});
byId("import-again").addEventListener("click", () => {
  byId("import-shown").hidden = true;
  content.focus();
});
byId("import-store").addEventListener("submit", (event) => {
  event.preventDefault();
  during(byId("import-store-problem"), byId("import-confirm"), async () => {
    const body = { ...previewed, person: byId("import-person").value || null, title: byId("import-title").value };
    const { sessions } = await request("POST", "/review/imports", { body });
    location.assign(sessions.length === 1 ? `/review/${encodeURIComponent(sessions[0])}` : "/review?kind=imported");
  });
});
hint();
get("/review/choices").then(({ people }) => {
  byId("import-person").append(el("option", { value: "" }, "Mine"), ...people.map((one) => el("option", { value: one.id }, one.name)));
  byId("import-person-field").hidden = people.length < 2;
}, () => {});
