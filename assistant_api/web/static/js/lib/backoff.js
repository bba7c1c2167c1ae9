/** Asking again after a failure: sooner at first, then less often, and at once when the person or the network says so. */

const DELAYS_MS = [1000, 2000, 4000, 8000, 15000];

/** One thing that is tried until it works or is given up. */
export class Retrier {
  /** @param {() => void} attempt Called for every new try. */
  constructor(attempt) {
    this.attempt = attempt;
    this.failures = 0;
    this.timer = 0;
    addEventListener("online", () => this.timer && this.now());
  }

  /** Plan the next try. */
  later() {
    const delay = DELAYS_MS[Math.min(this.failures, DELAYS_MS.length - 1)];
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), delay);
  }

  /** Try now, whatever was planned. */
  now() {
    this.cancel();
    this.attempt();
  }

  /** It worked, or nobody wants it any more: plan nothing, and start with short waits next time. */
  settle() {
    this.cancel();
    this.failures = 0;
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
