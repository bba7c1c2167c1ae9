"""One pass over a sentence for many rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache

from spacy.matcher import DependencyMatcher, Matcher

from coaching.case import parse
from coaching.language import english
from coaching.suggestions.matching.dependencies import DependencyPatterns
from coaching.suggestions.matching.expressions import Expression
from coaching.suggestions.matching.match import Match, apart, plain
from coaching.suggestions.matching.quotes import unquoted
from coaching.suggestions.matching.tokens import TokenPatterns

Look = Expression | TokenPatterns | DependencyPatterns
"""What a rule looks for."""
_REMEMBERED = 4096
"""Sentences whose finds are kept, some kilobytes each at the most."""


class Search:
    """All rules' patterns, compiled when the first sentence comes and then kept; threads may share it."""

    def __init__(self, looks: Mapping[str, Look]) -> None:
        """Take the patterns by the ids of their rules."""
        self._expressions = {id: look for id, look in looks.items() if isinstance(look, Expression)}
        self._tokens = {id: look for id, look in looks.items() if isinstance(look, TokenPatterns)}
        self._dependencies = {id: look for id, look in looks.items() if isinstance(look, DependencyPatterns)}
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, sentence: str) -> Mapping[str, tuple[Match, ...]]:
        """What each rule finds in a sentence, in order and without overlaps; rules that find nothing are left out.

        Words in quotation marks are not the agent's own and never found.
        """
        searched = unquoted(plain(sentence))
        squeezed = " ".join(searched.lower().split())
        found = {id: list(look.find(sentence, searched, squeezed)) for id, look in self._expressions.items()}
        if self._tokens or self._dependencies:
            found.update(self._parsed(sentence, searched))
        return {id: apart(matches) for id, matches in found.items() if matches}

    def _parsed(self, sentence: str, searched: str) -> Mapping[str, list[Match]]:
        doc = parse(plain(sentence))
        found: dict[str, list[Match]] = defaultdict(list)
        for key, first, last in self._matcher(doc) if self._tokens else ():
            span = doc[first:last]
            found[doc.vocab.strings[key]].append(Match(span.start_char, span.end_char))
        for key, nodes in self._dependency_matcher(doc) if self._dependencies else ():
            id, _, pattern = doc.vocab.strings[key].rpartition("#")
            found[id].append(self._dependencies[id].match(doc, nodes, int(pattern)))
        return {id: [one for one in matches if searched[one.start] != "_"] for id, matches in found.items()}

    @cached_property
    def _matcher(self) -> Matcher:
        matcher = Matcher(english().vocab)
        for id, look in self._tokens.items():
            matcher.add(id, list(look.patterns), greedy="LONGEST")
        return matcher

    @cached_property
    def _dependency_matcher(self) -> DependencyMatcher:
        matcher = DependencyMatcher(english().vocab)
        for id, look in self._dependencies.items():
            for number, pattern in enumerate(look.patterns):
                matcher.add(f"{id}#{number}", [pattern])
        return matcher
