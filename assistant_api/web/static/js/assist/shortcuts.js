/** The page's keys; while a window is open over the page they rest. */

/**
 * @param {object} does
 * @param {() => boolean} does.useFirst
 * @param {(direction: 1 | -1) => boolean} does.goOn
 * @param {() => boolean} does.goToBlank
 * @param {() => void} does.copy
 */
export function listenForKeys(does) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const command = event.ctrlKey || event.metaKey;
    const direction = { F8: event.shiftKey ? -1 : 1, ArrowDown: event.altKey && 1, ArrowUp: event.altKey && -1 }[event.key];
    if (event.key === "Enter" && command) {
      if (does.useFirst()) event.preventDefault();
    } else if (direction && !command) {
      // Without marks, Alt and an arrow keep what they do elsewhere.
      if (does.goOn(direction)) event.preventDefault();
    } else if (event.key === "F9") {
      event.preventDefault();
      does.goToBlank();
    } else if (event.altKey && !command && event.code === "KeyC") {
      event.preventDefault();
      does.copy();
    }
  });
}
