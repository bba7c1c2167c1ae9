/** One's own account: what others see, name, password, browsers, tokens. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { announce, byId, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { everybodyElse } from "../lib/seenfirst.js";
import { when } from "../lib/when.js";
import { onSubmit, setUpShowing, telling } from "../lib/forms.js";
import { setUpTokens } from "./tokens.js";

const signsIn = Boolean(byId("account").dataset.signsIn);

function seen(account, readers) {
  if (account.single_user) return [el("p", {}, "Nobody else comes in here, as long as only this machine can reach it.")];
  const names = everybodyElse(account.trainers);
  return [
    el("p", {}, `You see your results first. ${names} read what was said in a session that you practise, and its marks, as soon as it has ended. Its score, how the customer felt, how it ended and the debrief they see once you have opened the debrief, or ${account.told_after_hours} hours after the end; then it counts in what they see of your sessions over time, too.`),
    el("p", {}, "They do not see drafts that you check in Assist. Other agents see nothing of yours."),
    el("h3", {}, "Who read your sessions"),
    readers.length
      ? el("ul", { class: "plain-list" }, readers.map((one) => el("li", {}, el("span", {}, `${one.name} · `, el("a", { href: `/review/${encodeURIComponent(one.session)}` }, one.title)), el("span", { class: "fine" }, when(one.at)))))
      : el("p", { class: "fine" }, "Nobody but you so far."),
  ];
}

function visitRow(visit) {
  return el("li", {},
    el("span", {}, visit.this ? el("strong", {}, "This browser") : "Another browser", el("span", { class: "fine" }, ` · since ${when(visit.created_at)}, last used ${when(visit.seen_at)}`)),
    !visit.this && el("button", { type: "button", class: "small", onclick: () => telling("account-problem", async () => {
      await request("DELETE", `/account/visits/${encodeURIComponent(visit.id)}`);
      await loadVisits();
      announce("The browser is signed out");
    }) }, "Sign it out"));
}

async function loadVisits() {
  const { visits } = await get("/account/visits");
  byId("visits").replaceChildren(...visits.map(visitRow));
}

async function load() {
  const [account, { readers }] = await Promise.all([get("/account"), get("/account/readers")]);
  byId("seen").replaceChildren(...seen(account, readers));
  await tokens();
  if (signsIn) await loadVisits();
}

function setUpAccount() {
  setUpShowing();
  byId("sign-out").addEventListener("click", () => telling("account-problem", async () => {
    await request("POST", "/sign-out");
    location.assign("/sign-in");
  }));
  onSubmit("rename", "rename-problem", async (form) => {
    await request("PUT", "/account/name", { body: { name: form.elements.name.value } });
    announce("The name is saved");
    location.reload();
  });
  onSubmit("change-password", "password-problem", async (form) => {
    await request("PUT", "/account/password", { body: { current: form.elements.current.value, password: form.elements.password.value } });
    form.reset();
    await loadVisits();
    byId("password-problem").replaceChildren(el("p", { class: "notice notice-plain", role: "status" }, "Your password is changed, and your other browsers are signed out."));
  });
}

const tokens = setUpTokens();
if (signsIn) setUpAccount();
const retrier = new Retrier(() => loadInto(byId("account-problem"), load, retrier));
retrier.now();
