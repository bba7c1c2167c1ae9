"""Regular expressions that stand in YAML, in the dialect of the package ``regex``, which Presidio uses too."""

from __future__ import annotations

import regex

from coaching.yamlfile import Node


def expression(node: Node, flags: int = 0) -> regex.Pattern[str]:
    """The node's text, compiled; ``^`` and ``$`` mean a line's ends.

    Args:
        node: Its blanks at the ends are not kept, so an expression cannot end with one.
        flags: Such as ``regex.IGNORECASE``.

    Raises:
        DataError: It is no regular expression; names the line.
    """
    try:
        return regex.compile(node.text(), regex.MULTILINE | flags)
    except regex.error as error:
        raise node.error(f"a regular expression ({error})") from error
