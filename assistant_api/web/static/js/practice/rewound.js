/** A session that takes a turn again: says so, and leads back to the first try. */

import { byId, el } from "../lib/dom.js";

/** @param {any} session */
export function showRewound({ forked_from: from }) {
  const place = byId("rewound");
  place.hidden = !from;
  if (!from) return;
  place.replaceChildren(
    el("p", {}, `You take turn ${from.turn} again. `,
      el("a", { href: `/review/${encodeURIComponent(from.session)}#turn-${from.turn}` }, "The first try is here"), "."),
  );
}
