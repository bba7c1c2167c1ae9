"""Opening every page there is in a real browser, everything on it unfolded, and looking at what became of its texts."""

from dataclasses import dataclass, field

from hostile_text import RECKONED, shown_in

from assistant_api.web.blueprint import blueprint

_LOOK = """() => {
  const amiss = [], told = [];
  const look = (root) => {
    for (const each of root.querySelectorAll("*")) {
      if (each.shadowRoot) look(each.shadowRoot);
      for (const {name, value} of each.attributes) {
        const leads = ["href", "src", "action", "formaction", "srcdoc", "data", "xlink:href"].includes(name);
        const runs = leads && /^[\\s\\x00-\\x20]*(javascript|data|vbscript):/i.test(value);
        if (name === "data-hostile" || name.startsWith("on") || runs)
          amiss.push(each.outerHTML.slice(0, 200));
      }
      if (["INPUT", "TEXTAREA"].includes(each.tagName)) told.push(each.value);
      if (each.tagName === "OPTION") told.push(each.label);
    }
  };
  look(document);
  if (window.__ran !== undefined) amiss.push(`script ${window.__ran} ran`);
  return {amiss, told: [document.title, document.body.innerText, ...told].join("\\n⁂\\n")};
}"""
_UNFOLD = """() => {
  const folded = document.querySelectorAll("details:not([open], [data-unfolded])");
  for (const each of folded) each.open = true;
  const buttons = document.querySelectorAll("main button[aria-expanded=false]:not([hidden], [data-unfolded])");
  for (const each of buttons) each.click();
  // Once each: some fold another when they unfold.
  for (const each of [...folded, ...buttons]) each.dataset.unfolded = "";
  return folded.length + buttons.length > 0;
}"""


@dataclass
class Walk:
    """What was seen on the way.

    Attributes:
        amiss: Where something ran, was refused by the policy or came into the page, and what.
        shown: The fields whose text stood whole on some page.
    """

    address: str
    amiss: list = field(default_factory=list)
    shown: set = field(default_factory=set)
    _pending: set = field(default_factory=set)

    def watch(self, page, role):
        """Note whatever goes wrong on this page from now on."""

        def note(what):
            self.amiss.append((role, page.url.removeprefix(self.address), what))

        def answered(dialog):
            note(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", answered)
        page.on("pageerror", lambda error: note(f"script error: {error}"))
        page.on("console", lambda line: note(line.text) if "Content Security Policy" in line.text else None)
        page.on("response", lambda answer: note(f"{answer.status} {answer.url}") if answer.status >= 500 else None)
        page.on("request", lambda asked: note(f"fetched {asked.url}") if self._is_foreign(asked.url) else None)
        page.on("request", lambda asked: self._pending.add(asked))
        for over in ("requestfinished", "requestfailed"):
            page.on(over, lambda asked: self._pending.discard(asked))

    def _is_foreign(self, url):
        # Nothing of ours is called "x", which the picture asks for.
        return not url.startswith(f"{self.address}/") or url.endswith("/x")

    def open(self, page, role, path):
        """Open a page, unfold it, and look at it on the screen and as it is printed."""
        page.goto(f"{self.address}{path}")
        self.settle(page)
        self.unfold(page)
        self.look(page, role, path)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        self.look(page, role, f"{path} in print")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")

    def unfold(self, page):
        """Open whatever is folded away, also what is folded in that."""
        while page.evaluate(_UNFOLD):
            self.settle(page)

    def settle(self, page):
        """Wait until nothing has been asked of the server for two moments."""
        quiet = 0
        while quiet < 2:
            page.wait_for_timeout(60)
            quiet = 0 if self._pending else quiet + 1

    def look(self, page, role, where):
        """Look at the page as it is now."""
        seen = page.evaluate(_LOOK)
        self.amiss += [(role, where, what) for what in seen["amiss"]]
        if RECKONED in seen["told"]:
            self.amiss.append((role, where, "a template reckoned"))
        self.shown |= shown_in(seen["told"])


def pages(app, parts, questions):
    """Every page that the application has, each with its addresses.

    Args:
        app: The application.
        parts: What may stand for each part of an address.
        questions: For some endpoints what else may be asked of it, each behind a question mark.
    """
    found = {}
    for rule in app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] != blueprint.name or rule.endpoint.endswith(".static"):
            continue
        asked = ("", *questions.get(rule.endpoint, ()))
        found[rule.endpoint] = [f"{path}{question}" for path in addresses_of(rule, parts) for question in asked]
    assert set(questions) <= set(found)
    return found


def addresses_of(rule, parts):
    """The addresses of one rule, each part of which stands for each of these."""
    paths = [rule.rule]
    for part in rule.arguments:
        assert part in parts, f"nothing stands for <{part}> of {rule.rule} yet"
        paths = [path.replace(f"<{part}>", one) for path in paths for one in parts[part]]
    return paths
