/** Dates as people here write them. */

/** @param {string | null} iso @returns {string} "3 Mar 2025, 14:05"; empty for null. */
export function when(iso) {
  if (!iso) return "";
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
