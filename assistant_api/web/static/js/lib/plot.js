/** A small drawing of values from 0 to 1 over the turns; several of them share the same axes. */

import { svg } from "./dom.js";

const TOP = 22;
const BOTTOM = 34;
const LEFT = 30;
/** What "turn 10" takes in the larger type of narrow windows. */
const TICK = 68;

export class Plot {
  /**
   * @param {object} size
   * @param {number} size.lastTurn
   * @param {number} [size.width]
   * @param {number} [size.height]
   * @param {number} [size.right] Room for what stands at the lines' ends.
   */
  constructor({ lastTurn, width = 640, height = 240, right = 20 }) {
    this.lastTurn = Math.max(1, lastTurn);
    this.width = width;
    this.height = height;
    this.right = right;
  }

  /** @param {number} turn */
  x(turn) {
    return LEFT + (turn / this.lastTurn) * (this.width - LEFT - this.right);
  }

  /** @param {number} value */
  y(value) {
    return TOP + (1 - value) * (this.height - TOP - BOTTOM);
  }

  /** @returns {SVGElement[]} Grid and turns. */
  axes() {
    const every = Math.ceil((this.lastTurn * TICK) / (this.width - LEFT - this.right));
    // The last one is not cut off at the edge.
    const middle = (turn) => Math.min(this.x(turn), this.width - TICK / 2);
    const turns = Array.from({ length: this.lastTurn + 1 }, (_, turn) => turn).filter((turn) => turn % every === 0);
    return [
      ...[0, 0.5, 1].map((value) => svg("line", { class: "grid", x1: LEFT, x2: this.width - this.right, y1: this.y(value), y2: this.y(value) })),
      ...turns.map((turn) =>
        svg("text", { class: "tick", "aria-hidden": "true", x: middle(turn), y: this.height - 12, "text-anchor": "middle" }, turn ? `turn ${turn}` : "start")),
    ];
  }

  /**
   * @param {{turn: number}[]} points
   * @param {"anger" | "satisfaction"} feeling
   * @param {string} look Ends the class names `curve-…` and `dot-…`.
   * @param {boolean} square Squares differ from dots without colour.
   * @returns {SVGElement[]} The line and a mark at each turn.
   */
  line(points, feeling, look, square) {
    const places = points.map((point) => [this.x(point.turn), this.y(point[feeling])]);
    return [
      svg("polyline", { class: `curve curve-${look}`, points: places.map((place) => place.join(",")).join(" ") }),
      ...places.map(([x, y]) =>
        square
          ? svg("rect", { class: `dot dot-${look}`, x: x - 3.5, y: y - 3.5, width: 7, height: 7 })
          : svg("circle", { class: `dot dot-${look}`, cx: x, cy: y, r: 4 })),
    ];
  }

  /**
   * @param {Record<string, any>} attributes
   * @param {...any} children
   * @returns {SVGElement}
   */
  drawing(attributes, ...children) {
    return svg("svg", { viewBox: `0 0 ${this.width} ${this.height}`, class: "mood-curve", ...attributes }, this.axes(), children);
  }
}
