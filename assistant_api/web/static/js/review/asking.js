/** Sending what somebody wrote: the problem is shown where they wrote it, and nothing of it is lost. */

import { request } from "../lib/api.js";
import { problemNotice } from "../lib/notice.js";

/**
 * @param {Element} place Where a problem is shown.
 * @param {string} method
 * @param {string} path
 * @param {any} [body]
 * @returns {Promise<any>} The answer; undefined where there was a problem.
 */
export async function send(place, method, path, body) {
  try {
    const answer = await request(method, path, { body });
    place.replaceChildren();
    return answer;
  } catch (error) {
    if (!("title" in error)) throw error;
    place.replaceChildren(problemNotice(error));
    return undefined;
  }
}
