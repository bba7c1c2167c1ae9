/** Where events are sent: made, changed, removed; and how each delivery went. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { announce, byId, counted, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { when } from "../lib/when.js";
import { onSubmit, telling } from "../lib/forms.js";

const STATUS = { sent: "Sent", waiting: "Waiting", given_up: "Given up" };
const NAMES = { "session.ended_badly": "a session ends badly", "dispute.opened": "a dispute is opened", "assignment.passed": "an assignment is passed" };
/** What tells several buttons of one name apart for those who hear the page. */
const hidden = (text) => el("span", { class: "visually-hidden" }, text);
const one = (hook) => `/webhooks/${encodeURIComponent(hook.id)}`;

function deliveryRow(delivery, again) {
  const note = delivery.sent_at ? when(delivery.sent_at) : delivery.next_try_at ? `next try ${when(delivery.next_try_at)}` : "";
  return el("tr", {},
    el("td", {}, when(delivery.created_at)),
    el("td", {}, delivery.event),
    el("td", {}, STATUS[delivery.status], el("span", { class: "fine" }, ` ${note} · ${counted(delivery.tries, "try", "tries")}`)),
    el("td", {}, delivery.problem ?? ""),
    el("td", {}, el("button", { type: "button", class: "small", onclick: () => telling("webhooks-problem", async () => {
      await request("POST", `/deliveries/${delivery.id}/again`);
      await again();
      announce("It is sent again");
    }) }, "Send again", hidden(` delivery ${delivery.id}`))));
}

/** @param {string} path @param {string} label @returns {HTMLElement} Loads when it is opened. */
function deliveries(path, label) {
  const place = el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": label });
  const load = async () => {
    const { deliveries: found } = await get(path);
    place.replaceChildren(found.length
      ? el("table", { class: "record" },
        el("thead", {}, el("tr", {}, ["When", "What", "How it went", "Problem", ""].map((name) => (name ? el("th", { scope: "col" }, name) : el("td", {}))))),
        el("tbody", {}, found.map((delivery) => deliveryRow(delivery, load))))
      : el("p", { class: "fine" }, "Nothing has been sent yet. What was sent stays here for a week."));
  };
  const details = el("details", {}, el("summary", {}, label), place);
  details.addEventListener("toggle", () => { if (details.open) telling("webhooks-problem", load); });
  return details;
}

function hookCard(hook, again) {
  const change = (body, told) => telling("webhooks-problem", async () => {
    await request("PUT", one(hook), { body: { url: hook.url, events: hook.events, active: hook.active, ...body } });
    await again();
    announce(told);
  });
  return el("li", { class: "card" },
    el("p", { class: "webhook-url" }, el("strong", {}, hook.url), hook.active ? null : el("span", { class: "tag tag-off" }, "Resting")),
    el("p", { class: "fine" }, `When ${hook.events.map((event) => NAMES[event] ?? event).join(", ")} · since ${when(hook.created_at)}`),
    el("div", { class: "button-row" },
      el("button", { type: "button", class: "small", onclick: () => change({ active: !hook.active }, hook.active ? "It rests" : "It goes on") }, hook.active ? "Let it rest" : "Resume", hidden(` ${hook.url}`)),
      el("button", { type: "button", class: "small danger", onclick: () => askRemove(hook, again) }, "Remove", hidden(` ${hook.url}`))),
    deliveries(`${one(hook)}/deliveries`, `Deliveries to ${hook.url}`));
}

function askRemove(hook, again) {
  byId("remove-title").textContent = `Remove ${hook.url}?`;
  byId("remove-problem").replaceChildren();
  byId("remove-go").onclick = () => telling("remove-problem", async () => {
    await request("DELETE", one(hook));
    byId("remove").close();
    await again();
    announce("It is removed");
  });
  byId("remove").showModal();
}

function shown({ webhook, secret }) {
  const field = el("input", { type: "text", readonly: true, value: secret, id: "made-secret", class: "secret" });
  byId("made").replaceChildren(
    el("div", { class: "notice notice-plain", role: "status" },
      el("p", {}, `What is sent to ${webhook.url} is signed with this secret. `, el("strong", {}, "This is the one time that it is shown; copy it now.")),
      el("div", { class: "field" }, el("label", { for: "made-secret" }, "The secret"), field)));
  field.select();
}

async function load() {
  const { webhooks, statements } = await get("/webhooks");
  const place = byId("webhooks");
  place.setAttribute("aria-busy", "false");
  place.replaceChildren(webhooks.length
    ? el("ul", { class: "plain-cards" }, webhooks.map((hook) => hookCard(hook, load)))
    : el("p", { class: "card" }, "Nothing is sent anywhere yet."));
  byId("statements").replaceChildren(statements
    ? deliveries("/statements", "Statements for the record store")
    : el("p", { class: "fine" }, "No record store is set up. HEARD_XAPI_URL, HEARD_XAPI_KEY and HEARD_XAPI_SECRET do that."));
}

onSubmit("new-webhook", "new-problem", async (form) => {
  const events = [...form.querySelectorAll("input[name=events]:checked")].map((box) => box.value);
  const made = await request("POST", "/webhooks", { body: { url: form.elements.url.value.trim(), events } });
  form.reset();
  await load();
  shown(made);
});
byId("remove-cancel").addEventListener("click", () => byId("remove").close());
const retrier = new Retrier(() => loadInto(byId("webhooks-problem"), load, retrier));
retrier.now();
