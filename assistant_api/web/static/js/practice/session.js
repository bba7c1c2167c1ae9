/** One practice session: restores it, sends messages, rests and ends it. */

import { get, request } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, el } from "../lib/dom.js";
import { loadInto, problemNotice } from "../lib/notice.js";
import { recall, remember, sessionKey } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import { briefCard } from "./brief.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { Delivery } from "./delivery.js";
import { setUpEndDialog } from "./enddialog.js";
import { showEnding } from "./ending.js";
import { showGauges } from "./gauges.js";
import { Hints } from "./hints.js";
import { Idle } from "./idle.js";
import { Pausing } from "./pausing.js";
import { showRewound } from "./rewound.js";
import { takenOut } from "./takenout.js";

const root = byId("session");
const id = root.dataset.session;
const path = `/sessions/${encodeURIComponent(id)}`;
const storageKey = sessionKey(id);
/** @type {{draft: string, outgoing: {turn_id: string, text: string} | null}} What has not reached the server. */
const kept = { draft: "", outgoing: null, ...recall(storageKey) };
/** The session as the server gave it last. */
let current = null;
const keep = (changes) => remember(storageKey, Object.assign(kept, changes));

const chat = new Chat(byId("messages"));
const composer = new Composer({ onSend: send, onInput: (text) => keep({ draft: text }) });
const delivery = new Delivery({
  post: (turn) => request("POST", `${path}/turns`, { body: { turn_id: turn.turn_id, text: turn.text } }),
  onSending: (turn) => {
    chat.outgoing(turn, "sending");
    typing(true);
  },
  onFailed: (turn, problem) => {
    chat.outgoing(turn, "failed");
    typing(false);
    byId("delivery").replaceChildren(
      problemNotice(problem, {
        retry: () => delivery.retryNow(),
        note: "Your message is kept and will be sent again by itself. It is never played twice.",
      }),
    );
  },
  onAnswered: (turn, answer) => {
    settleDelivery();
    show(answer.session, true);
    byId("delivery").replaceChildren(...takenOut(answer.taken_out));
  },
  onRefused: (turn, problem) => {
    settleDelivery();
    chat.drop(turn.turn_id);
    // Typed ahead meanwhile: keep both, the refused message first.
    composer.text = [turn.text, composer.text].filter(Boolean).join("\n");
    keep({ draft: composer.text });
    byId("delivery").replaceChildren(problemNotice(problem, { note: "Your text is back in the box." }));
    // Where the session has moved on, what may be sent is known only once it is fetched again.
    if (["session-ended", "session-paused", "turn-waiting"].includes(problem.name)) load();
    else show(current, false);
  },
});

const hints = new Hints(path, (sentence) => composer.insert(sentence));
const pausing = new Pausing(path, (session) => {
  show(session, true);
  if (!session.paused) composer.box.focus();
});
const idle = new Idle(load);

function typing(shown) {
  byId("typing").hidden = !shown;
}

function settleDelivery() {
  typing(false);
  byId("delivery").replaceChildren();
  keep({ outgoing: null });
}

function send(text) {
  const outgoing = { turn_id: uuid(), text };
  composer.text = "";
  keep({ outgoing, draft: "" });
  composer.allow(false);
  // The button that was pressed is off now; the next words can be typed ahead.
  composer.box.focus();
  waitForAnswer();
  delivery.send(outgoing);
}

/** While a message is on its way there is nothing to hint at, and no time to rest. */
function waitForAnswer() {
  hints.show(current, false);
  pausing.show(current, true);
}

/** A message that has no answer yet: the server's waiting turn first, or one that never got there. */
function undelivered(session) {
  const waiting = session.turns.find((turn) => turn.status === "waiting");
  if (waiting) return { turn_id: waiting.turn_id, text: waiting.agent.text };
  const mine = delivery.turn ?? kept.outgoing;
  const known = session.turns.some((turn) => turn.turn_id === mine?.turn_id);
  return known ? null : mine;
}

/** After the end nothing is sent any more: a message that never got there joins what was typed, to be copied. */
function setAside(session) {
  const rest = undelivered(session);
  delivery.finish();
  if (rest) chat.drop(rest.turn_id);
  const draft = [rest?.text, kept.draft].filter(Boolean).join("\n");
  keep({ draft, outgoing: null });
  // It may say that the text is back in the box, which is gone.
  byId("delivery").replaceChildren();
}

function show(session, justNow) {
  current = session;
  root.dataset.phase = session.paused ? "paused" : session.status;
  byId("session-title").textContent = `Practice: ${session.scenario.title}`;
  document.title = `${session.scenario.title} · Practice · HEARD Coach`;
  byId("typing-text").textContent = "The customer is typing";
  chat.show(session);
  showGauges(session);
  showRewound(session);
  idle.show(session);
  byId("end").disabled = false;
  if (session.status === "ended") showEnded(session, justNow);
  else showOpen(session);
}

function showOpen(session) {
  const rest = session.paused ? null : undelivered(session);
  const free = !rest && !delivery.busy && !session.paused;
  composer.allow(free, session.paused);
  hints.show(session, free);
  pausing.show(session, !free);
  if (rest && !delivery.busy) delivery.send(rest);
  if (!rest && !session.paused) keep({ outgoing: null });
}

function showEnded(session, justNow) {
  byId("end").hidden = true;
  byId("brief").open = false;
  // One that is on its way comes back refused, and is set aside then.
  if (!delivery.underWay) setAside(session);
  composer.close(kept.draft);
  hints.show(session, false);
  pausing.show(session, false);
  showEnding(session, justNow);
}

async function loadBrief() {
  await loadInto(byId("brief-problem"), async () => {
    const told = await get(`${path}/brief`);
    byId("brief-body").replaceChildren(...[told.title && el("p", { class: "brief-title" }, told.title), briefCard(told)].filter(Boolean));
  }, new Retrier(loadBrief));
}

const retrier = new Retrier(load);
async function load() {
  let session = null;
  await loadInto(byId("session-problem"), async () => {
    session = await get(path);
  }, retrier);
  if (!session) return;
  const first = root.dataset.phase === "loading";
  show(session, false);
  if (!first) return;
  loadBrief();
  composer.text = kept.draft;
  if (session.paused) byId("resume").focus({ preventScroll: true });
  else if (session.status === "open") composer.box.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.altKey && event.code === "KeyB") {
    event.preventDefault();
    byId("brief").open = !byId("brief").open;
  }
});
if (matchMedia("(max-width: 60rem)").matches) byId("brief").open = false;
setUpEndDialog(path, (session) => show(session, true));
load();
