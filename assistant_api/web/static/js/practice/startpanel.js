/** The panel that starts the session: beside the list where there is room, a bar at the foot of the window on a phone. */

import { byId } from "../lib/dom.js";

/** @returns {{title: (text: string) => void}} */
export function setUpPanel() {
  const panel = byId("briefing");
  const toggle = byId("panel-toggle");
  const show = (open) => {
    panel.classList.toggle("unfolded", open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? "Fold away" : "Brief and settings";
  };
  toggle.addEventListener("click", () => show(toggle.getAttribute("aria-expanded") === "false"));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.classList.contains("unfolded")) return;
    show(false);
    toggle.focus();
  });
  return {
    title: (text) => {
      byId("briefing-title").textContent = text;
      toggle.hidden = false;
    },
  };
}
