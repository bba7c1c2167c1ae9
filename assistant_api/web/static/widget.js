/**
 * HEARD Coach beside any text box, in one file:
 *
 *   <script src="https://coach.example/widget.js" data-target="#reply" data-customer="#message" data-token="…" async></script>
 *
 * What the attributes mean, and what the page has to allow, is in docs/widget.md. The file brings its own styles in a shadow
 * tree, so that neither page nor widget can dress the other, and it sends text nowhere but to the server that it came from.
 */
(() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { target, customer, channel = "chat", token, place, theme = "auto" } = script.dataset;
  const SERVER = new URL(script.src).origin;
  const PAUSE_MS = 400;
  const PATIENCE_MS = 30_000;
  const FIRST = 3;
  const STEPS = { hear: "Hear", empathize: "Empathize", apologize: "Apologize", resolve: "Resolve", diagnose: "Diagnose" };

  const STYLE = `
    :host { all: initial; display: block; margin: 8px 0; container-type: inline-size;
      --surface: #fff; --ink: #1d2b29; --muted: #51605d; --line: #c4cfca; --accent: #0f5e58; --on-accent: #fff; --soft: #dcebe8; --bad: #9a2318; --bad-soft: #fce8e4; }
    @media (prefers-color-scheme: dark) { :host([theme="auto"]) {
      --surface: #1b2524; --ink: #e5ece9; --muted: #a2b1ad; --line: #44554f; --accent: #76cabf; --on-accent: #0c1d1b; --soft: #1d3b38; --bad: #ffb0a3; --bad-soft: #43201b; } }
    :host([theme="dark"]) {
      --surface: #1b2524; --ink: #e5ece9; --muted: #a2b1ad; --line: #44554f; --accent: #76cabf; --on-accent: #0c1d1b; --soft: #1d3b38; --bad: #ffb0a3; --bad-soft: #43201b; }
    section { border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; background: var(--surface); color: var(--ink);
      font: 14px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; text-align: left; }
    header, .row { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; }
    h2 { margin: 0; font-size: 14px; } p { margin: 4px 0; } .grow { flex: 1 1 auto; }
    .score { font-weight: 700; font-variant-numeric: tabular-nums; }
    .lamps { display: flex; gap: 4px; margin: 0; padding: 0; list-style: none; }
    .lamps li { width: 22px; height: 22px; border: 1px solid var(--muted); border-radius: 50%; color: var(--muted); font-size: 12px; line-height: 20px; text-align: center; }
    .lamps .lit { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
    ol.advice { margin: 6px 0 0; padding: 0; list-style: none; }
    ol.advice > li { padding: 8px 0; border-top: 1px solid var(--line); }
    q { padding: 0 2px; border-radius: 3px; background: var(--bad-soft); } .title { color: var(--bad); font-weight: 600; } .add { color: var(--accent); }
    .better { padding: 4px 8px; border-left: 3px solid var(--accent); background: var(--soft); white-space: pre-wrap; }
    .row { margin-top: 8px; } .fine { color: var(--muted); font-size: 13px; }
    button { min-height: 32px; padding: 3px 12px; border: 1px solid var(--accent); border-radius: 6px; background: transparent; color: var(--accent); font: inherit; cursor: pointer; }
    button:hover { background: var(--soft); } button.use { background: var(--accent); color: var(--on-accent); }
    button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } button:disabled { opacity: 0.5; cursor: default; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @container (max-width: 30em) { button { min-height: 44px; } }`;

  /** A text area, an input, or an editable element, as plain text with offsets. */
  class Box {
    /** @param {any} node */
    constructor(node) {
      this.node = node;
      this.plain = typeof node.value === "string";
    }

    get text() {
      return this.plain ? this.node.value : this.pieces().map((piece) => piece.text).join("");
    }

    /** Text nodes and line breaks of an editable element, in order; a line break has no node. */
    pieces() {
      const found = [];
      const walk = (parent) => {
        for (const node of parent.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) found.push({ node, text: node.data });
          else if (node.nodeName === "BR") found.push({ node: null, text: "\n" });
          else if (node.nodeType === Node.ELEMENT_NODE) {
            const block = getComputedStyle(node).display !== "inline";
            if (block && found.length && !found[found.length - 1].text.endsWith("\n")) found.push({ node: null, text: "\n" });
            walk(node);
          }
        }
      };
      walk(this.node);
      return found;
    }

    /** @param {number} start @param {number} end */
    select(start, end) {
      this.node.focus();
      if (this.plain) {
        this.node.setSelectionRange(start, end);
        return;
      }
      const range = document.createRange();
      range.selectNodeContents(this.node);
      let at = 0;
      let from = null;
      for (const { node, text } of this.pieces()) {
        if (node && !from && start <= at + text.length) range.setStart(node, Math.max(0, (from = start) - at));
        if (node && end <= at + text.length && end >= at) {
          range.setEnd(node, end - at);
          break;
        }
        at += text.length;
      }
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }

    /** Put words in as if they were typed, so that the page's own undo and its listeners know of it. */
    replace(start, end, text) {
      this.select(start, end);
      if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
      if (this.plain) this.node.setRangeText(text, start, end, "end");
      else getSelection().getRangeAt(0).deleteContents(), getSelection().getRangeAt(0).insertNode(document.createTextNode(text));
      this.node.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }

  /** The server counts characters; JavaScript counts UTF-16 units, two for an emoji. */
  const units = (text, span) => {
    const characters = [...text];
    const unit = (count) => characters.slice(0, count).join("").length;
    return { ...span, start: unit(span.start), end: unit(span.end) };
  };

  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child || child === 0));
    return node;
  };

  async function ask(path, body, signal) {
    const headers = { "Content-Type": "application/json", Accept: "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const given = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const response = await fetch(`${SERVER}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body), credentials: "omit", signal: given });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw Object.assign(new Error(answer.title ?? `The assistant answered with status ${response.status}.`), { told: answer.detail ?? "" });
    return answer;
  }

  class Widget {
    /** @param {Element} node The text box. */
    constructor(node) {
      this.box = new Box(node);
      this.asking = new AbortController();
      this.timer = 0;
      this.all = false;
      this.folded = false;
      this.asked = "";
      /** @type {any} The latest answer, for the text in `checked`. */
      this.report = null;
      this.checked = "";
      /** @type {string | null} The text before the latest change that was made here. */
      this.before = null;
      this.host = el("div", { theme });
      const shadow = this.host.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      this.head = el("header", {});
      this.body = el("div", {});
      this.live = el("p", { class: "heard", role: "status" });
      shadow.append(el("section", { "aria-label": "HEARD Coach" }, this.head, this.body, this.live));
      const slot = place && document.querySelector(place);
      if (slot) slot.append(this.host);
      else node.after(this.host);
      this.onInput = () => this.want();
      node.addEventListener("input", this.onInput);
      this.want();
    }

    leave() {
      clearTimeout(this.timer);
      this.asking.abort();
      this.box.node.removeEventListener("input", this.onInput);
      this.host.remove();
    }

    get customer() {
      const said = customer ? [...document.querySelectorAll(customer)].pop() : null;
      return ((said && (/** @type {any} */ (said).value ?? /** @type {any} */ (said).innerText)) || "").trim();
    }

    get request() {
      const asked = this.customer;
      return { draft: this.box.text, channel, ...(asked ? { customer: asked } : {}) };
    }

    want() {
      clearTimeout(this.timer);
      this.asking.abort();
      this.asked = this.customer;
      for (const button of this.body.querySelectorAll("button[data-spans]")) /** @type {HTMLButtonElement} */ (button).disabled = true;
      if (this.box.text.trim()) this.timer = setTimeout(() => this.check(), PAUSE_MS);
      else this.show(el("p", { class: "fine" }, "Write a few words and the check begins by itself."));
    }

    async check() {
      const asking = (this.asking = new AbortController());
      const request = this.request;
      try {
        const report = await ask("/drafts/check", request, asking.signal);
        if (asking.signal.aborted) return;
        this.report = report;
        this.checked = request.draft;
        this.tell();
        this.box.node.dispatchEvent(new CustomEvent("heard:report", { bubbles: true, detail: report }));
      } catch (error) {
        if (!asking.signal.aborted) this.fail(error);
      }
    }

    fail(error) {
      const away = !("told" in error);
      const said = away ? "The assistant cannot be reached. Your text is as you left it." : `${error.message} ${error.told}`;
      this.show(el("p", { role: "alert" }, said), el("button", { type: "button", onclick: () => this.want() }, "Try again"));
    }

    show(...content) {
      const fold = () => ((this.folded = !this.folded), this.fold());
      this.folder = el("button", { type: "button", onclick: fold });
      this.head.replaceChildren(el("h2", { class: "grow" }, "HEARD Coach"), this.folder);
      this.body.replaceChildren(...content.filter(Boolean));
      this.fold();
    }

    fold() {
      this.body.hidden = this.folded;
      this.folder.textContent = this.folded ? "Show" : "Hide";
      this.folder.setAttribute("aria-expanded", String(!this.folded));
    }

    tell() {
      const { report } = this;
      if (!report.language.judged) {
        this.show(el("p", { class: "fine" }, `This looks like ${report.language.name}. Only English replies are judged.`));
        return;
      }
      const lamps = Object.entries(STEPS).map(([step, title]) => {
        const lit = report.steps[step].covered;
        return el("li", { class: lit && "lit", title: `${title}: ${lit ? "covered" : "not covered"}` }, el("span", { "aria-hidden": "true" }, title[0]), el("span", { class: "heard" }, `${title}: ${lit ? "covered" : "not covered"}`));
      });
      const shown = report.advice.slice(0, this.all ? undefined : FIRST);
      const more = report.advice.length - shown.length;
      this.show(
        shown.length ? el("ol", { class: "advice" }, shown.map((one) => this.advice(one))) : el("p", {}, "Nothing to mend."),
        report.reaction && el("p", { class: "fine" }, report.reaction.summary),
        el("div", { class: "row" }, more > 0 && el("button", { type: "button", onclick: () => ((this.all = true), this.tell()) }, `Show ${more} more`),
          el("button", { type: "button", onclick: () => this.rewrite() }, "Rewrite it"),
          this.before !== null && el("button", { type: "button", onclick: () => this.undo() }, "Undo")),
      );
      this.folder.before(el("ol", { class: "lamps", "aria-label": "The five HEARD steps" }, lamps), el("span", { class: "score" }, `Score ${report.score} of 100`));
      this.live.textContent = `Score ${report.score} of 100, ${report.findings.length} to mend.`;
    }

    advice({ finding: findingId, suggestion: suggestionId }) {
      const by = (list, id) => list.find((one) => one.id === id);
      const finding = by(this.report.findings, findingId);
      const better = by(this.report.suggestions, suggestionId);
      const where = units(this.checked, finding ?? better);
      const use = better && (() => this.put(units(this.checked, better)));
      const verb = better?.kind === "insert" ? "Add it" : better?.text ? "Use it" : "Take it out";
      return el("li", {},
        el("p", {}, el("span", { class: finding ? "title" : "title add" }, finding ? finding.title : `Add: ${STEPS[better.step] ?? "a sentence"}`), " ", finding && el("q", {}, finding.text)),
        el("p", {}, finding ? finding.message : better.why),
        better?.text && el("p", { class: "better" }, better.text.trim()),
        finding && el("p", { class: "fine" }, finding.why),
        el("div", { class: "row" },
          use && el("button", { type: "button", class: "use", "data-spans": true, onclick: use, "aria-label": `${verb}: ${better.text.trim() || finding?.text}` }, verb),
          finding && el("button", { type: "button", "data-spans": true, onclick: () => this.box.select(where.start, where.end), "aria-label": `Show: ${finding.text}` }, "Show")));
    }

    put({ start, end, text }) {
      if (this.box.text !== this.checked) return;
      this.before = this.checked;
      this.box.replace(start, end, text);
      const blank = /\[[^\]]*\]/.exec(text);
      if (blank) this.box.select(start + blank.index, start + blank.index + blank[0].length);
      this.live.textContent = "Done.";
    }

    undo() {
      const before = this.before;
      this.before = null;
      this.box.replace(0, this.box.text.length, before);
    }

    async rewrite() {
      const asking = (this.asking = new AbortController());
      const request = this.request;
      this.show(el("p", { role: "status" }, "Rewriting …"));
      try {
        const { rewrites } = await ask("/drafts/rewrite", request, asking.signal);
        if (asking.signal.aborted) return;
        this.checked = request.draft;
        this.show(
          rewrites.length === 0 && el("p", {}, "There is nothing to rewrite here."),
          ...rewrites.map((one) => el("div", {}, el("p", { class: "title add" }, one.title), el("p", { class: "better" }, one.text),
            el("button", { type: "button", class: "use", "data-spans": true, onclick: () => this.put({ start: 0, end: request.draft.length, text: one.text }), "aria-label": `Use this: ${one.title}` }, "Use this"))),
          el("p", {}, el("button", { type: "button", onclick: () => this.want() }, "Back to the advice")),
        );
      } catch (error) {
        if (!asking.signal.aborted) this.fail(error);
      }
    }
  }

  if (!target) {
    console.error("HEARD Coach: the script needs data-target, a CSS selector of the text box");
    return;
  }
  /** @type {Widget | null} */
  let widget = null;
  // Helpdesks draw their boxes late, and draw them anew for each ticket.
  const look = () => {
    planned = 0;
    const box = document.querySelector(target);
    if (box !== (widget?.box.node ?? null)) {
      widget?.leave();
      widget = box && new Widget(box);
    } else if (widget && widget.customer !== widget.asked) widget.want();
  };
  let planned = 0;
  new MutationObserver(() => (planned ||= requestAnimationFrame(look))).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  look();
})();
