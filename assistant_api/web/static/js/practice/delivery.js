/** Getting one message to the customer, however often it takes: the same turn id each time, so it is never played twice. */

import { Retrier } from "../lib/backoff.js";

/** @typedef {{turn_id: string, text: string}} Outgoing */

export class Delivery {
  /**
   * @param {object} hooks
   * @param {(turn: Outgoing) => Promise<any>} hooks.post Sends the message once.
   * @param {(turn: Outgoing) => void} hooks.onSending
   * @param {(turn: Outgoing, problem: any) => void} hooks.onFailed It will be tried again by itself.
   * @param {(turn: Outgoing, answer: any) => void} hooks.onAnswered
   * @param {(turn: Outgoing, problem: any) => void} hooks.onRefused Trying again would not help.
   */
  constructor(hooks) {
    this.hooks = hooks;
    /** @type {Outgoing | null} */
    this.turn = null;
    this.underWay = false;
    this.retrier = new Retrier(() => this.attempt());
  }

  /** Whether a message is on its way or waits for another try. */
  get busy() {
    return this.turn !== null;
  }

  /** @param {Outgoing} turn */
  send(turn) {
    this.turn = turn;
    this.retrier.now();
  }

  retryNow() {
    this.retrier.now();
  }

  async attempt() {
    const turn = this.turn;
    if (!turn || this.underWay) return;
    this.underWay = true;
    this.hooks.onSending(turn);
    try {
      const answer = await this.hooks.post(turn);
      this.finish();
      this.hooks.onAnswered(turn, answer);
    } catch (error) {
      if (!("title" in error)) throw error;
      this.underWay = false;
      if (error.transient) {
        this.retrier.later();
        this.hooks.onFailed(turn, error);
      } else {
        this.finish();
        this.hooks.onRefused(turn, error);
      }
    }
  }

  finish() {
    this.underWay = false;
    this.turn = null;
    this.retrier.settle();
  }
}
