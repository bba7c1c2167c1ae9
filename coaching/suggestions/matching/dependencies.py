"""Rules that look at the grammar of a sentence, with spaCy's dependency patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lemminflect import getInflection
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc, Token

from coaching.errors import DataError
from coaching.suggestions.matching.match import Match
from coaching.suggestions.matching.spacy_patterns import bare, checked, read_token, vocabulary
from coaching.yamlfile import Node

TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ", "JJR", "JJS", "RB", "RBR", "RBS")
"""The forms that a replacement may ask for, in the Penn Treebank's names."""
_KEYS = ("LEFT_ID", "REL_OP", "RIGHT_ID", "RIGHT_ATTRS")


@dataclass(frozen=True)
class Mark:
    """A node whose words are offending; ``whole`` takes all that hangs on it as well."""

    node: str
    whole: bool


@dataclass(frozen=True)
class DependencyPatterns:
    """Alternatives as spaCy's DependencyMatcher takes them.

    Attributes:
        patterns: Each a list of nodes, the first one the anchor.
        nodes: The names of each pattern's nodes, in order.
        marks: Whose words are the offending ones; empty for all.
        forms: Node and tag of each inflected place, such as ``("verb", "VBN")``.
    """

    patterns: tuple[list[dict[str, Any]], ...]
    nodes: tuple[tuple[str, ...], ...]
    marks: tuple[Mark, ...]
    forms: tuple[tuple[str, str], ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The places that a replacement may use."""
        names = dict.fromkeys(name for nodes in self.nodes for name in nodes)
        return (*names, *(inflected(node, tag) for node, tag in self.forms))

    def match(self, doc: Doc, found: Sequence[int], pattern: int) -> Match:
        """Turn one find of spaCy's into offsets and texts.

        Args:
            doc: The parsed sentence.
            found: Token index of each node, in the pattern's order.
            pattern: Which alternative it is.
        """
        tokens = {name: doc[index] for name, index in zip(self.nodes[pattern], found, strict=True)}
        marks = [mark for mark in self.marks if mark.node in tokens] or [Mark(name, False) for name in tokens]
        first, last = _ends(tokens, marks)
        places = {name: doc[token.left_edge.i : token.right_edge.i + 1].text for name, token in tokens.items()}
        for node, tag in self.forms:
            forms = getInflection(tokens[node].lemma_, tag) if node in tokens else ()
            if forms:
                places[inflected(node, tag)] = forms[0]
        return Match(first.idx, last.idx + len(last), places)


def inflected(node: str, tag: str) -> str:
    """The name of the place that ``{verb:VBN}`` stands for."""
    return f"{node}_{tag}"


def read_dependency(node: Node, mark: Node | None, forms: Iterable[tuple[str, str]]) -> DependencyPatterns:
    """Read a list of dependency patterns.

    Args:
        node: The list.
        mark: The names of the nodes whose words are offending, with ``+`` behind those with all that hangs on them.
        forms: The inflected places of the rule's replacements.

    Raises:
        DataError: A pattern is not as spaCy takes it, or ``mark`` names no node; names the line.
    """
    patterns = tuple(_read_pattern(pattern) for pattern in node.each())
    if not patterns:
        raise node.error("at least one list of nodes")
    nodes = tuple(tuple(str(one["RIGHT_ID"]) for one in pattern) for pattern in patterns)
    known = sorted({name for names in nodes for name in names})
    marks = []
    for one in mark.each() if mark is not None else ():
        name = one.text().removesuffix("+")
        if name not in known:
            raise DataError(one.file, one.line, f"mark: {name!r}", "one of the RIGHT_IDs " + ", ".join(known))
        marks.append(Mark(name, one.text().endswith("+")))
    return DependencyPatterns(patterns, nodes, tuple(marks), tuple((n, tag) for n, tag in forms if n in known))


def _read_pattern(node: Node) -> list[dict[str, Any]]:
    pattern = []
    for one in node.each():
        one.only(*_KEYS)
        one.at("RIGHT_ID").text()
        attributes = one.at("RIGHT_ATTRS")
        if attributes.value:
            read_token(attributes)
        pattern.append(bare(one))
    if not pattern:
        raise node.error("at least one node, such as {RIGHT_ID: verb, RIGHT_ATTRS: {POS: VERB}}")
    matcher = DependencyMatcher(vocabulary(), validate=True)
    checked(node, lambda: matcher.add("rule", [pattern]))
    return pattern


def _ends(tokens: Mapping[str, Token], marks: Sequence[Mark]) -> tuple[Token, Token]:
    firsts = [tokens[mark.node].left_edge if mark.whole else tokens[mark.node] for mark in marks]
    lasts = [tokens[mark.node].right_edge if mark.whole else tokens[mark.node] for mark in marks]
    return min(firsts, key=lambda token: int(token.i)), max(lasts, key=lambda token: int(token.i))
