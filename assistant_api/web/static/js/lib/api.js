/** The JSON API: one way to ask, and two ways in which asking fails. */

const ROOT = "/api/v1";
/** The customer may take two tries of 15 s and a rebuilt conversation; then the answer is a problem, not silence. */
const PATIENCE_MS = 90_000;

/** The server answered with problem details (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{type?: string, title?: string, detail?: string, errors?: {field: string, expected: string}[], text?: string, version?: string}} details
   */
  constructor(status, details) {
    super(details.title ?? `The server answered with status ${status}`);
    this.status = status;
    /** The last part of the type, such as "session-ended". */
    this.name = String(details.type ?? "").split("/").pop() || "unknown";
    this.title = this.message;
    this.detail = details.detail ?? "";
    this.errors = details.errors ?? [];
    /** With "scenario-changed": the file's text and version as they are now. */
    this.text = details.text;
    this.version = details.version;
  }

  /** Whether the same request may work a little later. */
  get transient() {
    return this.status >= 500 || this.name === "turn-in-progress";
  }
}

/** No answer came: the server is away, or the network is. */
export class Unreachable extends Error {
  constructor() {
    super("The server cannot be reached");
    this.name = "unreachable";
    this.title = this.message;
    this.detail = "It may be restarting, or the network is down.";
    this.errors = [];
    this.transient = true;
  }
}

/**
 * @param {string} method
 * @param {string} path Below the API's root, such as "/sessions".
 * @param {{body?: any, signal?: AbortSignal}} [options] An aborted signal rejects with the browser's AbortError.
 * @returns {Promise<any>} The answer's JSON; null where there is none.
 * @throws {Problem | Unreachable}
 */
export async function request(method, path, { body, signal } = {}) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const giveUp = () => patience.abort();
  signal?.addEventListener("abort", giveUp);
  try {
    const response = await fetch(ROOT + path, {
      method,
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: patience.signal,
    });
    if (response.status === 204) return null;
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Problem(response.status, answer);
    return answer;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (signal?.aborted) throw new DOMException("superseded", "AbortError");
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}

/** @param {string} path */
export const get = (path) => request("GET", path);
