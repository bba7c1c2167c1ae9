/** Better wording to apply by click or key. */

import { byId, el } from "../lib/dom.js";
import { move } from "../lib/moves.js";

function heading(suggestion, draft) {
  const replaced = draft.slice(suggestion.start, suggestion.end);
  if (!suggestion.text) return ["Take out ", el("q", {}, replaced)];
  if (suggestion.kind === "replace") return ["Instead of ", el("q", {}, replaced)];
  return suggestion.step ? `Add: ${move(suggestion.step).title}` : "Add";
}

/**
 * @param {any[]} suggestions Offsets in UTF-16 units.
 * @param {string} draft The text they were made for.
 * @param {(suggestion: any) => void} apply
 */
export function showSuggestions(suggestions, draft, apply) {
  byId("suggestions-card").hidden = suggestions.length === 0;
  byId("suggestions").replaceChildren(
    ...suggestions.map((suggestion, index) =>
      el(
        "li",
        { class: "suggestion" },
        el("div", {},
          el("p", { class: "suggestion-head" }, heading(suggestion, draft)),
          suggestion.text && el("p", { class: "suggestion-text" }, suggestion.text.trim()),
          suggestion.why && el("p", { class: "fine" }, suggestion.why)),
        el("button", { type: "button", class: index === 0 ? "primary" : "", onclick: () => apply(suggestion) },
          "Apply", el("span", { class: "visually-hidden" }, `: ${suggestion.text || "take the words out"}`),
          index === 0 && el("kbd", { "aria-hidden": "true" }, "Ctrl ⏎")),
      ),
    ),
  );
}
