/** Coming in by a link that works once: a name where there is none yet, and a password. */

import { request } from "../lib/api.js";
import { byId } from "../lib/dom.js";
import { onSubmit, setUpShowing } from "../lib/forms.js";

onSubmit("welcome", "problem", async (form) => {
  const first = form.dataset.kind === "first";
  await request("POST", "/welcome", {
    body: {
      link: form.dataset.link,
      password: form.elements.password.value,
      ...(form.elements.name instanceof HTMLInputElement ? { name: form.elements.name.value } : {}),
      ...(first ? { login: form.elements.login.value } : {}),
    },
  });
  location.replace(first ? "/people" : "/");
});
setUpShowing();
(byId("welcome").querySelector("input:not([readonly])") ?? byId("password")).focus();
