/** Pieces of advice: which there are, which of them are shown, and which the agent has put aside. */

import { keyed } from "../lib/keyed.js";
import { move } from "../lib/moves.js";
import { carrier } from "./marks.js";

/**
 * @typedef {object} Piece A finding with the wording that mends it, or a sentence for a step that is missing.
 * @property {string} key The same as long as it says the same of the same words.
 * @property {any} finding Null for a missing step.
 * @property {any} suggestion Null where there is no wording to offer, or the text has changed too much for it.
 * @property {string} name For a person: what is to be mended.
 * @property {string | null} beside Where the wording also mends another finding: the key of that one's piece, with which it goes.
 */

/** How many a beginner sees at once. */
export const FEW = 3;

/** @param {any} report @returns {Piece[]} The weightiest first. */
export function piecesOf(report) {
  const byId = (list) => new Map(list.map((each) => [each.id, each]));
  const findings = byId(report.findings);
  const suggestions = byId(report.suggestions);
  const pieces = report.advice.map(({ finding, suggestion }) => ({
    finding: findings.get(finding) ?? null,
    suggestion: suggestions.get(suggestion) ?? null,
  }));
  const known = pieces.filter((piece) => piece.finding || piece.suggestion);
  const own = keyed([...known, ...othersMended(report, known)], ({ finding, suggestion }) =>
    finding ? [finding.rule, finding.text] : ["step", suggestion.step]);
  const keyOf = (piece) => own[known.indexOf(piece)].key;
  return own.map((piece) => ({ ...piece, name: nameOf(piece), beside: piece.beside ? keyOf(piece.beside) : null }));
}

/** One sentence in place of another mends all that was found in it, and is advised once. */
function othersMended({ findings }, known) {
  const told = new Set(known.map((piece) => piece.finding));
  return findings
    .filter((finding) => !told.has(finding))
    .map((finding) => ({ finding, beside: known.find((piece) => piece.suggestion && piece.suggestion.id === finding.suggestion) }))
    .filter(({ beside }) => beside)
    .map(({ finding, beside }) => ({ finding, suggestion: beside.suggestion, beside }));
}

/** A mistake goes by one name on the whole page, that of the codebook. @param {any} finding @returns {string} */
export const titleOf = ({ label, title }) => (label ? move(label).title : title);

const nameOf = ({ finding, suggestion }) => (finding ? titleOf(finding) : suggestion.step ?? suggestion.rule);

export class Advice {
  /** @param {Iterable<string>} aside Keys of what was put aside in this draft before. */
  constructor(aside = []) {
    /** @type {Piece[]} */
    this.pieces = [];
    this.aside = new Set(aside);
    /** @type {number | null} Null for all. */
    this.most = FEW;
  }

  /** @returns {Piece[]} What is neither put aside nor beyond the number that the agent wants to see. */
  get shown() {
    return this.open.filter((piece) => !piece.beside).slice(0, this.most ?? undefined);
  }

  /** @returns {Piece[]} What is not put aside. */
  get open() {
    return this.pieces.filter((piece) => !this.aside.has(piece.key) && !this.aside.has(piece.beside));
  }

  /** How many stand behind those that are shown. */
  get more() {
    return this.open.filter((piece) => !piece.beside).length - this.shown.length;
  }

  /** @returns {Piece[]} All that have a mark, in reading order: whatever counts is marked, however short the list is. */
  get marked() {
    return this.open
      .filter(({ finding }) => finding && finding.end > finding.start)
      .sort((a, b) => a.finding.start - b.finding.start);
  }

  /** How many of this draft's pieces were put aside. */
  get put() {
    return this.pieces.filter((piece) => this.aside.has(piece.key)).length;
  }

  /**
   * Keep what an edit did not touch, so that it can be used before the next check.
   * @param {string} before
   * @param {string} after
   */
  carry(before, after) {
    const carried = carrier(before, after);
    this.pieces = this.pieces
      .map((piece) => ({ ...piece, finding: piece.finding && carried(piece.finding), suggestion: piece.suggestion && carried(piece.suggestion), had: piece.finding }))
      .filter(({ finding, suggestion, had }) => (had ? finding : suggestion));
  }

  /** @param {string} key @returns {Piece | undefined} */
  find(key) {
    return this.pieces.find((piece) => piece.key === key);
  }

  /** @param {number} at @returns {Piece | undefined} The one whose mark holds this place. */
  at(at) {
    return this.marked.find(({ finding }) => finding.start <= at && at <= finding.end);
  }

  /**
   * @param {number} from
   * @param {1 | -1} direction
   * @returns {Piece | undefined} The next one to read from a place; behind the last comes the first.
   */
  from(from, direction) {
    const all = this.marked;
    return direction > 0
      ? all.find(({ finding }) => finding.start > from) ?? all[0]
      : all.filter(({ finding }) => finding.end < from).at(-1) ?? all.at(-1);
  }
}
