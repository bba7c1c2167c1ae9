/** Links to files of what the page shows, behind one button. */

import { el } from "./dom.js";

const FORMS = [
  ["csv", "CSV", "a table for any program"],
  ["xlsx", "XLSX", "a workbook for spreadsheets"],
  ["pdf", "PDF", "to read and print"],
  ["json", "JSON", "everything, for programs"],
];

/**
 * @param {string} path Below /api/v1/exports, without its ending.
 * @param {string} of What is exported, for those who hear the page: "this session".
 * @param {string} [query] Filters, without the question mark.
 * @returns {HTMLElement}
 */
export function exportMenu(path, of, query = "") {
  const menu = el("details", { class: "export-menu" },
    el("summary", { class: "button small" }, "Export", el("span", { class: "visually-hidden" }, ` ${of}`)),
    el("ul", {}, FORMS.map(([form, name, use]) => el("li", {},
      el("a", { href: `/api/v1/exports/${path}.${form}${query && `?${query}`}`, download: "" }, name), el("span", { class: "fine" }, ` ${use}`)))));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  return menu;
}
