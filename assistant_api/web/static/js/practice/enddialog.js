/** Ending a session on purpose, after asking once. */

import { get, request } from "../lib/api.js";
import { byId } from "../lib/dom.js";
import { problemNotice } from "../lib/notice.js";

/**
 * @param {string} path The session's path in the API.
 * @param {(session: any) => void} onEnded
 */
export function setUpEndDialog(path, onEnded) {
  const dialog = byId("end-dialog");
  const confirm = byId("end-confirm");
  byId("end").addEventListener("click", () => {
    byId("end-problem").replaceChildren();
    dialog.showModal();
  });

  confirm.addEventListener("click", async () => {
    confirm.disabled = true;
    try {
      const session = await request("POST", `${path}/end`, { body: {} }).catch((error) => {
        // Ended meanwhile, perhaps in another tab: what is wanted is there already.
        if (error.name === "session-ended") return get(path);
        throw error;
      });
      dialog.close();
      onEnded(session);
    } catch (error) {
      if (!("title" in error)) throw error;
      byId("end-problem").replaceChildren(problemNotice(error));
    } finally {
      confirm.disabled = false;
    }
  });
}
