/** The API counts characters (code points); JavaScript counts UTF-16 units, two for an emoji. */

/**
 * @param {string} text
 * @returns {(codePoints: number) => number} Turns an offset in code points into one in UTF-16 units.
 */
export function unitsOf(text) {
  const starts = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  return (codePoints) => (codePoints >= starts.length ? unit : starts[Math.max(0, codePoints)]);
}

/**
 * The same spans with `start` and `end` in UTF-16 units.
 * @template {{start: number, end: number}} Span
 * @param {string} text The text that the spans belong to.
 * @param {Span[]} spans With offsets in code points.
 * @returns {Span[]}
 */
export function inUnits(text, spans) {
  const unit = unitsOf(text);
  return spans.map((span) => ({ ...span, start: unit(span.start), end: unit(span.end) }));
}
