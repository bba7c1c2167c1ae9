/** Plain charts: each says of how many sessions it is made, and has its figures in a table behind it. */

import { counted, el, svg } from "../lib/dom.js";

const WIDTH = 420;
const ROW = 46;
const BAR = 16;

/**
 * A chart in its card.
 * @param {object} parts
 * @param {string} parts.id
 * @param {string} parts.title
 * @param {string} parts.n Of how many it is made, in words.
 * @param {string} [parts.text] What it shows.
 * @param {Element} parts.drawing
 * @param {string[]} parts.columns
 * @param {(string | number)[][]} parts.rows The table; the first cell of each row names it.
 * @param {string} [parts.note]
 * @param {boolean} [parts.wide] Whether it takes the whole width.
 * @returns {HTMLElement}
 */
export function chart({ id, title, n, text, drawing, columns, rows, note, wide = false }) {
  return el("section", { class: `card chart${wide ? " chart-wide" : ""}`, id, "aria-labelledby": `${id}-title` },
    el("h2", { class: "card-title", id: `${id}-title` }, title),
    text && el("p", {}, text),
    el("p", { class: "fine chart-n" }, n),
    drawing,
    note && el("p", { class: "fine" }, note),
    el("details", {}, el("summary", {}, "The same as a table"), scrolling(`${title}, as a table`, table(title, columns, rows))));
}

/** A part that may be wider than the page, and then scrolls, by keys as well. */
export function scrolling(name, ...children) {
  return el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": name }, children);
}

/** @param {string} caption @param {string[]} columns @param {any[][]} rows */
export function table(caption, columns, rows) {
  return el("table", {},
    el("caption", { class: "visually-hidden" }, caption),
    el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows.map(([name, ...cells]) =>
      el("tr", {}, el("th", { scope: "row" }, name), cells.map((cell) => el("td", { class: "figure" }, cell))))));
}

/** @param {string} label @param {number} height @param {any[]} children @param {number} [width] */
export const drawn = (label, height, children, width = WIDTH) =>
  svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart-drawing", role: "img", "aria-label": label }, children);

const text = (x, y, words, look = "", anchor = "start") =>
  svg("text", { class: `chart-text ${look}`, x, y, "text-anchor": anchor }, words);

/**
 * Bars that lie, each with its name above and its number behind it.
 * @param {string} label What a screen reader says of the whole.
 * @param {{title: string, count: number, told?: string, look?: string}[]} rows
 * @returns {SVGElement}
 */
export function bars(label, rows) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  const room = WIDTH - 100;
  return drawn(label, rows.length * ROW, rows.map(({ title, count, told, look = "accent" }, number) => {
    const [y, long] = [number * ROW, (count / most) * room];
    return [
      text(0, y + 16, title),
      svg("rect", { class: "bar-ground", x: 0, y: y + 22, width: room, height: BAR }),
      svg("rect", { class: `bar bar-${look}`, x: 0, y: y + 22, width: long, height: BAR }),
      text(room + 8, y + 36, told ?? String(count), "chart-number"),
    ];
  }));
}

/**
 * Rows of five boxes: how many sessions lie in each fifth of the scale; the more, the darker.
 * @param {string} label
 * @param {{title: string, sessions: number, fifths: number[], told: string}[]} rows
 * @returns {SVGElement}
 */
export function spreads(label, rows) {
  const box = WIDTH / 5;
  const high = 62;
  const places = ["0–19", "20–39", "40–59", "60–79", "80–100"];
  return drawn(label, rows.length * high + 20, [
    rows.map(({ title, sessions, fifths, told }, row) => [
      text(0, row * high + 16, short(title)),
      text(WIDTH, row * high + 16, told, "chart-muted", "end"),
      fifths.map((count, fifth) => [
        svg("rect", { class: `heat heat-${depth(count / sessions)}`, x: fifth * box + 1, y: row * high + 24, width: box - 2, height: 28 }),
        count > 0 && text((fifth + 0.5) * box, row * high + 43, String(count), `heat-text-${depth(count / sessions)}`, "middle"),
      ]),
    ]),
    places.map((place, fifth) => text((fifth + 0.5) * box, rows.length * high + 12, place, "chart-muted", "middle")),
  ]);
}

const short = (title) => (title.length > 28 ? `${title.slice(0, 27)}…` : title);

/** @param {number} share 0 to 1. @returns {number} How dark a box is, 0 to 5. */
export const depth = (share) => (share <= 0 ? 0 : Math.min(5, 1 + Math.floor(share * 5)));

/** @param {number} count @param {number} few */
export const sessionsOf = (count, few) =>
  `n = ${counted(count, "session")}${count > 0 && count < few ? ": too few to say much" : ""}`;
