/** Dates as people here write them. */

/** @param {string | null} iso @returns {string} "3 Mar 2025, 14:05"; empty for null. */
export function when(iso) {
  if (!iso) return "";
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** @param {number | null} seconds @returns {string} "41 s", "5 min 12 s", "2 h 5 min"; "not known" for null. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return "not known";
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes < 60) return rest ? `${minutes} min ${rest} s` : `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
