/** What was done to the draft, to be taken back step by step. The browser's own memory forgets a text that a script has set. */

/** @typedef {{text: string, start: number, end: number}} Snapshot The text with its selection, in UTF-16 units. */
/** @typedef {Snapshot & {name: string, restore?: () => void}} Step What was there before, and what was then done. */

/** Letters typed without such a pause are one step. */
const PAUSE_MS = 1000;
const MOST = 300;
const RUNS = { insertText: "typing", insertCompositionText: "typing", deleteContentBackward: "deleting", deleteContentForward: "deleting" };

export class History {
  constructor() {
    /** @type {Step[]} */
    this.done = [];
    /** @type {Step[]} */
    this.undone = [];
    this.typedAt = 0;
  }

  /**
   * Note what the person typed, cut or pasted.
   * @param {Snapshot} before
   * @param {string} inputType The browser's name for it.
   */
  typed(before, inputType) {
    const run = RUNS[inputType];
    const goesOn = run && this.done.at(-1)?.name === run && this.undone.length === 0 && Date.now() - this.typedAt < PAUSE_MS;
    if (!goesOn) this.push({ ...before, name: run ?? "editing" });
    this.typedAt = Date.now();
  }

  /** @param {Step} step */
  push(step) {
    this.undone = [];
    this.done.push(step);
    if (this.done.length > MOST) this.done.shift();
    this.typedAt = 0;
  }

  /**
   * @param {Snapshot} now What is there now, for going forward again.
   * @returns {Step | undefined} What to go back to.
   */
  back(now) {
    const step = this.done.pop();
    if (step) this.undone.push({ ...now, name: step.name });
    return step;
  }

  /** @param {Snapshot} now @returns {Step | undefined} What to go forward to. */
  forward(now) {
    const step = this.undone.pop();
    if (step) this.done.push({ ...now, name: step.name });
    return step;
  }
}
