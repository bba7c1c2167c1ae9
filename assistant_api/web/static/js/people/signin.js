/** Signing in; then on to where one wanted to go. */

import { request } from "../lib/api.js";
import { byId } from "../lib/dom.js";
import { onSubmit } from "../lib/forms.js";

/** @returns {string} The page that was asked for, if it is one of ours. */
function wanted() {
  const next = new URLSearchParams(location.search).get("next") ?? "/";
  try {
    const address = new URL(next, location.origin);
    return address.origin === location.origin ? address.pathname + address.search + address.hash : "/";
  } catch {
    return "/";
  }
}

byId("no-tls").hidden = isSecureContext;
onSubmit("sign-in", "problem", async (form) => {
  await request("POST", "/sign-in", { body: { login: form.elements.login.value, password: form.elements.password.value } });
  location.replace(wanted());
});
byId("login").focus();
