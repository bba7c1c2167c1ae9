"""axe-core over a page: what it finds against WCAG 2.1 A and AA, and against good practice."""

from pathlib import Path

_AXE = Path(__file__).with_name("vendor") / "axe-core" / "axe.min.js"
_RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}"
_MOST = 3


def violations(page):
    """Each broken rule with the first few elements that break it; shadow trees are looked into."""
    # Not through a script tag: the pages' policy would forbid it.
    page.evaluate(_AXE.read_text())
    found = page.evaluate(f"axe.run(document, {_RULES})")
    return [
        f"{fault['id']}: "
        + "; ".join(f"{node['html'][:120]} | {node['failureSummary']}" for node in fault["nodes"][:_MOST])
        for fault in found["violations"]
    ]
