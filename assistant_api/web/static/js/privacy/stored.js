/** What is stored of whoever reads the page: erased only after a word was typed. */

import { request } from "../lib/api.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

const WORD = "erase";
const person = encodeURIComponent(byId("stored").dataset.person);
const dialog = byId("erase-dialog");
const word = byId("erase-word");

function meant() {
  return word.value.trim().toLowerCase() === WORD;
}

function told(erased) {
  const text = `${counted(erased.sessions, "session")} erased. What you typed and had not sent is gone from this browser, too.`;
  byId("stored-problem").replaceChildren(el("p", { class: "notice stored-done" }, text));
  announce(text);
}

async function erase() {
  byId("erase-now").disabled = true;
  try {
    const erased = await request("DELETE", `/people/${person}/data`);
    // Drafts and unsent messages lie in the browser.
    localStorage.clear();
    if (erased.account) location.assign("/sign-in");
    dialog.close();
    told(erased);
  } catch (error) {
    if (!("title" in error)) throw error;
    byId("erase-problem").replaceChildren(problemNotice(error));
    byId("erase-now").disabled = !meant();
  }
}

byId("erase").addEventListener("click", () => {
  word.value = "";
  byId("erase-now").disabled = true;
  byId("erase-problem").replaceChildren();
  dialog.showModal();
  word.focus();
});
byId("erase-cancel").addEventListener("click", () => dialog.close());
word.addEventListener("input", () => {
  byId("erase-now").disabled = !meant();
});
byId("erase-form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (meant()) erase();
});
