/** On paper nothing can be opened, so all that is folded away is open while it is printed. */

/** But for what the recogniser made of each sentence, which would fill pages. */
const FOLDED = "details:not([open], .marked-sentence *)";

/** @type {HTMLDetailsElement[]} Those to fold again. */
let unfolded = [];

function unfold() {
  unfolded.push(...document.querySelectorAll(FOLDED));
  for (const each of unfolded) each.open = true;
}

function fold() {
  for (const each of unfolded) each.open = false;
  unfolded = [];
}

/** Set it up for this page. */
export function openForPrint() {
  const media = matchMedia("print");
  media.addEventListener("change", () => (media.matches ? unfold() : fold()));
  // Where printing does not change the medium as scripts see it.
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
}
