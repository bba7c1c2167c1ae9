/** Which words two texts share: the longest common subsequence of their words, spaces and signs. */

/** @typedef {{kind: "same" | "out" | "in", text: string}} Piece */

/** Above this many comparisons the middle parts count as different throughout; no reply is that long. */
const MOST_CELLS = 4_000_000;

const tokens = (text) => text.match(/\s+|[\p{L}\p{N}’'-]+|./gsu) ?? [];

/**
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]} In reading order; `same` and `out` make up the text before, `same` and `in` the text after.
 */
export function wordDiff(before, after) {
  const old = tokens(before);
  const now = tokens(after);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return joined([
    ...old.slice(0, head).map((text) => ({ kind: "same", text })),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map((text) => ({ kind: "same", text })),
  ]);
}

function middle(old, now) {
  const out = (text) => ({ kind: "out", text });
  const put = (text) => ({ kind: "in", text });
  if (!old.length || !now.length || old.length * now.length > MOST_CELLS) return [...old.map(out), ...now.map(put)];
  const width = now.length + 1;
  // longest[i * width + j]: how many tokens old from i and now from j share.
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        old[i] === now[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const found = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      found.push({ kind: "same", text: old[i] });
      i += 1;
      j += 1;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) found.push(out(old[i++]));
    else found.push(put(now[j++]));
  }
  return [...found, ...old.slice(i).map(out), ...now.slice(j).map(put)];
}

/** One piece for each run. What little stays between two changes belongs to them, or a new sentence would be shown in shreds. */
function joined(pieces) {
  const stretches = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    const same = piece.kind === "same";
    if (last?.same === same) last.pieces.push(piece);
    else stretches.push({ same, pieces: [piece] });
  }
  const runs = [];
  stretches.forEach(({ same, pieces: own }, index) => {
    const text = own.map((piece) => piece.text).join("");
    const island = same && index > 0 && index < stretches.length - 1 && isIsland(text);
    if (island) for (const kind of ["out", "in"]) add(runs, kind, text);
    else for (const piece of own) add(runs, piece.kind, piece.text);
  });
  return runs;
}

/** A short word, a sign, a space; but no figure, which people look for, and no new line. */
const isIsland = (text) => !/[\p{N}\n]/u.test(text) && /^[^\p{L}]*\p{L}{0,4}[^\p{L}]*$/u.test(text);

/** Between two stretches of what stays, all that goes stands before all that comes. */
function add(runs, kind, text) {
  const last = runs.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (kind === "out" && last?.kind === "in") {
    const earlier = runs.at(-2);
    if (earlier?.kind === "out") earlier.text += text;
    else runs.splice(-1, 0, { kind, text });
  } else runs.push({ kind, text });
}
