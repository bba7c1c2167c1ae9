/** One's tokens: made, shown this once, revoked. */

import { get, request } from "../lib/api.js";
import { announce, byId, el } from "../lib/dom.js";
import { when } from "../lib/when.js";
import { onSubmit, telling } from "../lib/forms.js";

function row(token, again) {
  const ends = token.expires_at ? `${token.expired ? "expired" : "expires"} ${when(token.expires_at)}` : "does not expire";
  const used = token.used_at ? `last used ${when(token.used_at)}` : "never used";
  return el("li", {},
    el("span", {}, el("strong", {}, token.name), el("span", { class: "fine" }, ` · ${token.scopes.join(", ")} · ${used} · ${ends}`)),
    el("button", { type: "button", class: "small", "aria-label": `Revoke ${token.name}`, onclick: () => telling("token-problem", async () => {
      await request("DELETE", `/tokens/${encodeURIComponent(token.id)}`);
      byId("made").replaceChildren();
      await again();
      announce(`${token.name} is revoked`);
    }) }, "Revoke"));
}

function shown(made) {
  const field = el("input", { type: "text", readonly: true, value: made.secret, id: "made-secret", class: "secret" });
  byId("made").replaceChildren(
    el("div", { class: "notice notice-plain", role: "status" },
      el("p", {}, el("strong", {}, `${made.token.name} is made. `), "This is the one time that it is shown; copy it now."),
      el("div", { class: "field" }, el("label", { for: "made-secret" }, "The token"), field)));
  field.select();
}

/** @returns {() => Promise<void>} Loads the list. */
export function setUpTokens() {
  const load = async () => {
    const { tokens } = await get("/tokens");
    byId("tokens").replaceChildren(...(tokens.length ? tokens.map((token) => row(token, load)) : [el("li", { class: "fine" }, "You have none.")]));
  };
  onSubmit("new-token", "token-problem", async (form) => {
    const days = form.elements.days.value;
    const scopes = [...form.querySelectorAll("input[name=scopes]:checked")].map((box) => box.value);
    const made = await request("POST", "/tokens", { body: { name: form.elements.name.value, scopes, days: days ? Number(days) : null } });
    form.reset();
    await load();
    shown(made);
  });
  return load;
}
