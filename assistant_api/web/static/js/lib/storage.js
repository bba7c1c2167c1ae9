/** The browser's storage, which may be full or forbidden: then nothing is remembered and nothing breaks. */

/**
 * @param {string} id
 * @returns {string} The key under which a practice session keeps what has not reached the server.
 */
export const sessionKey = (id) => `heard.session.${id}`;

/**
 * @param {string} key
 * @returns {any} The stored value, or null.
 */
export function recall(key) {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return null;
    // The theme is stored as a bare word, so that theme.js can read it without parsing.
    return key === "heard.theme" ? text : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {any} value null or undefined forgets the key.
 */
export function remember(key, value) {
  try {
    if (value === null || value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, typeof value === "string" && key === "heard.theme" ? value : JSON.stringify(value));
  } catch {
    // Nothing to be done; the text is still on the page.
  }
}
