/** The record of who did what, newest first, a page at a time. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { when } from "../lib/when.js";

/** Longer lists are told by their length. */
const SHOWN = 5;
const before = new URLSearchParams(location.search).get("before");

function what(entry) {
  const told = Object.entries(entry.detail).map(([name, value]) => `${name}: ${Array.isArray(value) ? (value.length > SHOWN ? value.length : value.join(", ")) : value}`);
  const object = entry.object_name || entry.object;
  const place = entry.kind === "session" ? el("a", { href: `/review/${encodeURIComponent(entry.object)}` }, "a session") : object;
  return [entry.kind === "session" ? "" : `${entry.kind} `, place, told.length ? el("span", { class: "fine" }, ` (${told.join("; ")})`) : ""];
}

function row(entry) {
  return el("tr", {},
    el("td", {}, when(entry.at)),
    el("td", {}, entry.name || "Nobody known"),
    el("td", {}, entry.action.replaceAll("-", " ")),
    el("td", {}, what(entry)));
}

async function load() {
  const answer = await get(`/audit?${new URLSearchParams({ limit: "50", ...(before ? { before } : {}) })}`);
  byId("audit").setAttribute("aria-busy", "false");
  byId("audit").replaceChildren(
    answer.entries.length
      ? el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "The record" },
          el("table", { class: "record" },
            el("thead", {}, el("tr", {}, ["When", "Who", "Did", "With"].map((name) => el("th", { scope: "col" }, name)))),
            el("tbody", {}, answer.entries.map(row))))
      : el("p", { class: "card" }, before ? "There is nothing older." : "Nothing was done yet."));
  const links = [
    before && el("a", { class: "button", href: "/audit" }, "Newest"),
    answer.next && el("a", { class: "button", href: `/audit?${new URLSearchParams({ before: answer.next })}` }, "Older"),
  ].filter(Boolean);
  byId("paging").replaceChildren(...links);
  byId("paging").hidden = links.length === 0;
}

const retrier = new Retrier(() => loadInto(byId("audit-problem"), load, retrier));
retrier.now();
