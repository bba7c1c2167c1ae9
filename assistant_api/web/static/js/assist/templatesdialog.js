/** The window with the templates: put one in, keep the draft as one, rename, delete and bring back. */

import { byId, el } from "../lib/dom.js";
import { addTemplate, deleteTemplate, renameTemplate, templates } from "./templates.js";

const STEM = 90;

const stem = (text) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > STEM ? `${line.slice(0, line.lastIndexOf(" ", STEM))} …` : line;
};

export class TemplatesDialog {
  /**
   * @param {() => string} draft
   * @param {(template: import("./templates.js").Template) => void} insert
   */
  constructor(draft, insert) {
    this.draft = draft;
    this.insert = insert;
    this.dialog = /** @type {HTMLDialogElement} */ (byId("templates"));
    this.said = byId("templates-said");
    this.form = /** @type {HTMLFormElement} */ (byId("template-save"));
    byId("templates-open").addEventListener("click", () => this.open());
    this.form.addEventListener("submit", (event) => this.save(event));
    // Another tab may have changed them.
    addEventListener("storage", () => this.dialog.open && this.draw());
  }

  open() {
    this.said.replaceChildren();
    this.draw();
    this.dialog.showModal();
  }

  draw() {
    const all = templates();
    byId("template-list").replaceChildren(...all.map((template) => this.item(template)));
    byId("templates-none").hidden = all.length > 0;
    this.form.hidden = !this.draft().trim();
  }

  item(template) {
    const button = (word, className, act) => el("button", { type: "button", class: `small ${className}`, "aria-label": `${word}: ${template.name}`, onclick: act }, word);
    return el("li", { "data-id": template.id },
      el("div", {}, el("h3", {}, template.name), el("p", { class: "fine" }, stem(template.text))),
      el("div", { class: "button-row" },
        button("Insert", "", () => this.put(template)),
        button("Rename", "quiet", (event) => this.startRenaming(template, event.target.closest("li"))),
        button("Delete", "quiet", () => this.remove(template))));
  }

  put(template) {
    this.dialog.close();
    this.insert(template);
  }

  startRenaming(template, row) {
    const field = /** @type {HTMLInputElement} */ (el("input", { type: "text", "aria-label": `New name for ${template.name}`, value: template.name, required: true }));
    const finish = (event) => {
      event.preventDefault();
      if (field.value.trim()) renameTemplate(template.id, field.value);
      this.drawAndFocus(template.id, "Renamed.");
    };
    const cancel = (event) => {
      if (event.key !== "Escape") return;
      // Only the renaming is given up, not the whole window.
      event.preventDefault();
      event.stopPropagation();
      this.drawAndFocus(template.id, "");
    };
    row.replaceChildren(el("form", { class: "rename", onsubmit: finish, onkeydown: cancel }, field, el("button", { class: "small" }, "Save name")));
    field.select();
  }

  drawAndFocus(id, words) {
    this.draw();
    this.said.replaceChildren(words);
    const row = [...byId("template-list").children].find((each) => each.dataset.id === id);
    row?.querySelector("button").focus();
  }

  remove(template) {
    const bringBack = deleteTemplate(template.id);
    this.draw();
    const undo = el("button", { type: "button", class: "small" }, "Bring it back");
    undo.addEventListener("click", () => {
      bringBack();
      this.drawAndFocus(template.id, `“${template.name}” is back.`);
    });
    this.said.replaceChildren(`“${template.name}” is deleted. `, undo);
    undo.focus();
  }

  save(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (byId("template-name"));
    if (!field.value.trim()) return;
    const { id } = addTemplate(field.value, this.draft());
    field.value = "";
    this.drawAndFocus(id, "Saved.");
  }
}
