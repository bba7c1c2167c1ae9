/** What is being written, kept in this browser: each tab has its own, so that two do not overwrite each other. */

import { recall, remember } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";

/**
 * @typedef {object} Draft
 * @property {string} draft
 * @property {string} customer
 * @property {string} [channel]
 * @property {string | null} [start] The first version of the draft.
 * @property {string[]} [aside] Keys of the advice that was put aside.
 */

const PREFIX = "heard.assist.draft.";
const TAB = "heard.assist.tab";
const MOST = 20;

/** @returns {string[]} The ids of all drafts kept, the latest first. */
function ids() {
  try {
    const at = (id) => recall(PREFIX + id)?.at ?? 0;
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort((a, b) => at(b) - at(a));
  } catch {
    return [];
  }
}

function tabsOwn() {
  try {
    return sessionStorage.getItem(TAB);
  } catch {
    return null;
  }
}

/** @returns {Promise<boolean>} Whether this tab now holds the draft, until it is closed. Without locks nobody can tell. */
function claim(id) {
  if (!navigator.locks) return Promise.resolve(false);
  return new Promise((told) => {
    navigator.locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
      told(lock !== null);
      return lock && new Promise(() => {});
    });
  });
}

/** A reload has the tab's own again; a new tab takes up the latest that no open tab has. */
async function takeUp() {
  const own = tabsOwn();
  if (own && ((await claim(own)) || !navigator.locks)) return { id: own, from: own };
  // A tab that was duplicated begins with a copy.
  for (const id of own ? [] : ids()) if (await claim(id)) return { id, from: id };
  const id = uuid();
  await claim(id);
  return { id, from: navigator.locks ? own : ids()[0] };
}

export class Kept {
  /** @returns {Promise<Kept>} */
  static async open() {
    for (const old of ids().slice(MOST)) remember(PREFIX + old, null);
    const { id, from } = await takeUp();
    try {
      sessionStorage.setItem(TAB, id);
    } catch {
      // Then a reload takes up the latest draft, which is this one.
    }
    return new Kept(id, from ? recall(PREFIX + from) : null);
  }

  /** @param {string} id @param {Draft | null} value */
  constructor(id, value) {
    this.id = id;
    /** @type {Draft} */
    this.value = value ?? { draft: "", customer: "" };
  }

  /** @param {Draft} value Without any text nothing is kept. */
  save(value) {
    this.value = value;
    const empty = !value.draft && !value.customer;
    remember(PREFIX + this.id, empty ? null : { ...value, at: Date.now() });
  }
}
