/** People to mention: after an @, those whose names begin as typed; arrows choose, Enter or Tab takes, Esc leaves. */

import { el } from "../lib/dom.js";

const MOST = 6;
const TYPED = /(?:^|\s)@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/;
let last = 0;

/**
 * @param {HTMLTextAreaElement} box
 * @param {{id: string, name: string}[]} people
 * @returns {HTMLElement} The list, to stand behind the box.
 */
export function offerMentions(box, people) {
  const id = `mentions-${(last += 1)}`;
  const list = el("ul", { class: "mention-list", id, role: "listbox", "aria-label": "People to mention", hidden: true });
  let chosen = 0;
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", id);
  box.setAttribute("aria-expanded", "false");

  const typed = () => TYPED.exec(box.value.slice(0, box.selectionStart))?.[1];
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (name) => {
    const at = box.selectionStart;
    const start = at - typed().length;
    box.setRangeText(`${name} `, start, at, "end");
    close();
    box.focus();
  };
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
    box.setAttribute("aria-activedescendant", list.children[chosen].id);
  };
  box.addEventListener("input", () => {
    const begun = typed()?.toLowerCase();
    const fitting = begun === undefined ? [] : people.filter(({ name }) => name.toLowerCase().startsWith(begun) && name.toLowerCase() !== begun.trim()).slice(0, MOST);
    if (!fitting.length) return close();
    list.replaceChildren(...fitting.map(({ name }, number) =>
      el("li", { role: "option", id: `${id}-${number}`, "data-name": name, onmousedown: (event) => {
        event.preventDefault();
        take(name);
      } }, name)));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    choose(0);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") choose((chosen + 1) % count);
    else if (event.key === "ArrowUp") choose((chosen + count - 1) % count);
    else if ((event.key === "Enter" && !event.ctrlKey) || event.key === "Tab") take(/** @type {HTMLElement} */ (list.children[chosen]).dataset.name);
    else if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  box.addEventListener("blur", close);
  return list;
}
