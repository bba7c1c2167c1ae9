/** The line that makes a scenario a draft. */

const LINE = /^draft:.*(?:\r?\n|$)/m;

/**
 * @param {string} text A scenario file's text.
 * @param {boolean} draft
 * @returns {string} The text, which says so or no longer does.
 */
export function asDraft(text, draft) {
  if (!draft) return text.replace(LINE, "");
  return LINE.test(text) ? text.replace(LINE, "draft: true\n") : `draft: true\n${text}`;
}

/** @param {string} text @returns {boolean} */
export const isDraft = (text) => /^draft:\s*true\b/m.test(text);
