/** Rating blind, then comparing: the sample stands in the address, so that colleagues can open the same one. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { compare } from "./agreement.js";
import { Rater } from "./rater.js";

const SEEDS = 1_000_000;
const place = byId("rate");

/** @type {Rater | undefined} */
let rater;

function choose(kind) {
  byId("show-sentences").setAttribute("aria-pressed", String(kind === "sentences"));
  byId("show-sessions").setAttribute("aria-pressed", String(kind === "sessions"));
  rater?.turnTo(kind);
}

/** How the sample was drawn, which the figures below have to be read by. */
function drawn({ sentences, rare }) {
  if (rare === 0) return "They are drawn by lot.";
  return `${sentences.length - rare} of the ${sentences.length} sentences are drawn by lot. In the other ${rare} the machine found a label that hardly occurs, or was in two minds about one; you are not told which they are.`;
}

async function load() {
  const sample = await get(`/calibration${location.search}`);
  place.setAttribute("aria-busy", "false");
  const address = `/calibration?${new URLSearchParams({ seed: sample.seed, until: sample.until })}`;
  history.replaceState(null, "", address);
  byId("sample-drawn").textContent = drawn(sample);
  byId("same-sample").setAttribute("href", address);
  rater = new Rater(place, sample);
  choose("sentences");
}

const retrier = new Retrier(() => loadInto(byId("rate-problem"), load, retrier).finally(() => {
  if (byId("rate-problem").childElementCount) place.replaceChildren();
}));

byId("show-sentences").addEventListener("click", () => choose("sentences"));
byId("show-sessions").addEventListener("click", () => choose("sessions"));
byId("another-sample").addEventListener("click", () => {
  history.pushState(null, "", `?seed=${Math.floor(Math.random() * SEEDS)}`);
  retrier.now();
});
addEventListener("popstate", () => retrier.now());
byId("compare").addEventListener("click", () => compare());
retrier.now();
