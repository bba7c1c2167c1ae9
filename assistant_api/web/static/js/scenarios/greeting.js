/** What the page that made a file tells on the page that opens it: once, in this tab. */

const key = (id) => `heard.scenario.greeting.${id}`;

/** @param {string} id @param {string} text */
export function tellOnEditor(id, text) {
  try {
    if (text) sessionStorage.setItem(key(id), text);
  } catch {
    // Without storage it is not told.
  }
}

/** @param {string} id @returns {string} */
export function greeting(id) {
  try {
    const text = sessionStorage.getItem(key(id)) ?? "";
    sessionStorage.removeItem(key(id));
    return text;
  } catch {
    return "";
  }
}
