/** Turns of a session, as the server gives them. */

/**
 * @param {{opening: string[], turns: {customer: string[]}[]}} session
 * @returns {string[]} For each turn, what the customer had said last before it: the recogniser reads the one with the other.
 */
export function askedBefore({ opening, turns }) {
  const said = [opening, ...turns.map((turn) => turn.customer)];
  return turns.map((_, index) => said[index].join("\n"));
}
