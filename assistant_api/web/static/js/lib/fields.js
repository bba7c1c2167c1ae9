/** What the server expects of single fields, told at each of them in the words of its own label. */

import { el } from "./dom.js";

const TOLD = "field-problem";
let told = 0;

/** The first of what the form calls by this name; of several boxes to tick, the first. */
function controlOf(form, path) {
  const found = form.elements[path.split(/[.[]/)[0]];
  const control = found instanceof RadioNodeList ? found[0] : found;
  return control?.matches("input:not([type=hidden], [hidden]), select, textarea") ? control : null;
}

/** The box that holds the field with its label, or several boxes to tick with their legend. */
const holderOf = (control) => control.closest(control.type === "checkbox" ? "fieldset" : ".field") ?? control.closest(".field") ?? control.parentElement;

function nameOf(control, holder) {
  const label = holder.querySelector("legend") ?? control.labels?.[0];
  if (!label) return control.getAttribute("aria-label");
  const copy = label.cloneNode(true);
  // What a label says besides the name, such as "(empty: none)", is not said again.
  for (const aside of copy.querySelectorAll(".fine, input")) aside.remove();
  return copy.textContent.trim();
}

const described = (control) => (control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);

function forget(control) {
  for (const id of described(control)) {
    const node = document.getElementById(id);
    if (!node?.classList.contains(TOLD)) continue;
    node.remove();
    const others = described(control).filter((one) => one !== id);
    if (others.length) control.setAttribute("aria-describedby", others.join(" "));
    else control.removeAttribute("aria-describedby");
  }
  control.removeAttribute("aria-invalid");
}

/** @param {HTMLFormElement} form Nothing is told at its fields any more. */
export function clearFields(form) {
  for (const control of form.querySelectorAll("[aria-invalid]")) forget(control);
}

/**
 * Tell each at its field until that is changed, and put the focus on the first of them.
 * @param {HTMLFormElement} form
 * @param {{field: string, expected: string}[]} errors
 * @returns {{field: string, expected: string}[]} Those that no field of the form has.
 */
export function tellFields(form, errors) {
  const rest = [];
  for (const error of errors) {
    const control = controlOf(form, error.field);
    if (!control) {
      rest.push(error);
      continue;
    }
    const holder = holderOf(control);
    told += 1;
    const id = `${TOLD}-${told}`;
    holder.append(el("p", { class: TOLD, id }, el("strong", {}, nameOf(control, holder)), `: expected ${error.expected}`));
    control.setAttribute("aria-describedby", [...described(control), id].join(" "));
    control.setAttribute("aria-invalid", "true");
    holder.addEventListener("input", () => forget(control), { once: true });
  }
  form.querySelector("[aria-invalid]")?.focus();
  return rest;
}
