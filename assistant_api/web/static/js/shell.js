/** What every page has: the colour switch and the list of shortcuts. */

import { recall, remember } from "./lib/storage.js";
import { isTyping } from "./lib/keys.js";

const THEMES = ["system", "light", "dark"];
const NAMES = { system: "system", light: "light", dark: "dark" };

/** @param {string} theme One of THEMES. */
function applyTheme(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.getElementById("theme-name").textContent = NAMES[theme];
}

function setUpTheme() {
  const stored = recall("heard.theme");
  let theme = THEMES.includes(stored) ? stored : "system";
  applyTheme(theme);
  document.getElementById("theme-toggle").addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    remember("heard.theme", theme);
    applyTheme(theme);
  });
}

function setUpShortcuts() {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("shortcuts"));
  document.getElementById("shortcuts-open").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !isTyping(event) && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      dialog.showModal();
    }
  });
}

setUpTheme();
setUpShortcuts();
