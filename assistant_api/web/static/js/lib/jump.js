/** Going to a turn of a transcript that was made after the page was opened, where the browser cannot jump by itself. */

function jump() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.classList.contains("turn")) return;
  for (const turn of document.querySelectorAll(".turn.aimed")) turn.classList.remove("aimed");
  target.classList.add("aimed");
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

/** Jump now, and whenever the address says so. */
export function followTurns() {
  addEventListener("hashchange", jump);
  jump();
}
