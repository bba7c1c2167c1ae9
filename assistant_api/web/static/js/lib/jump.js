/** Going to a turn of a transcript, or a sentence in it, that was made after the page was opened, where the browser cannot jump by itself. */

const AIMS = ".turn, .marked-sentence, .jump-target";

function jump() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.matches(AIMS)) return;
  for (const other of document.querySelectorAll(".aimed")) other.classList.remove("aimed");
  target.classList.add("aimed");
  const sentence = target.querySelector(":scope > details > summary");
  (target.matches(".turn") || !sentence ? target : sentence).focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches(".turn") ? "start" : "center" });
}

/** Jump now, and whenever the address says so. */
export function followTurns() {
  addEventListener("hashchange", jump);
  jump();
}
