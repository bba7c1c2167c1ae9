/** What a certificate says. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { day } from "./words.js";

const code = byId("certificate").dataset.code;

async function load() {
  const one = await get(`/certificates/${encodeURIComponent(code)}`);
  const lines = [
    ["Passed", one.title],
    ["Scenario", `${one.scenario}, level ${one.level}`],
    ["Score", `${one.score} of 100; ${one.pass_mark} were needed`],
    ["On", day(one.passed_at)],
    ["Scored by", one.rubric ? `the rubric for sessions, version ${one.rubric}` : "a rubric that is not known any more, because the session was erased"],
    ["Code", one.code],
  ];
  byId("certificate").setAttribute("aria-busy", "false");
  byId("certificate").replaceChildren(
    el("section", { class: "card certificate", "aria-labelledby": "certificate-name" },
      el("h2", { id: "certificate-name" }, one.person),
      el("dl", { class: "certificate-lines" }, lines.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
      one.pdf && el("p", {}, el("a", { class: "button primary", href: `/api/v1/certificates/${encodeURIComponent(one.code)}.pdf`, download: `certificate-${one.code}.pdf` }, "Save as PDF"))));
}

const retrier = new Retrier(() => loadInto(byId("certificate-problem"), load, retrier));
retrier.now();
