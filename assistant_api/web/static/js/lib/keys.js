/** Small questions about keyboard events. */

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} Whether the key would go into a field, or belongs to a shortcut of the browser.
 */
export function isTyping(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const inField = target.matches?.("input, textarea, select, [contenteditable]");
  return Boolean(inField) || event.ctrlKey || event.metaKey || event.altKey;
}

/**
 * Let "/" move to a field, as long as the person is not typing somewhere else.
 * @param {HTMLElement} field
 */
export function slashFocuses(field) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    field.focus();
  });
}
