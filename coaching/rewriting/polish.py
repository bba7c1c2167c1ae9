"""The last touch: contractions and the draft's own kind of apostrophe."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from lemminflect import getInflection, getLemma

from coaching.yamlfile import read

_FILE = Path(__file__).with_name("polish.yml")


def contracted(text: str) -> str:
    """The text as people say it: "we are" as "we're" where another word follows."""
    pattern, short, _, starts = contractions()

    def said(found: re.Match[str]) -> str:
        before = re.search(r"([^\W\d_]+) $", text[max(0, found.start() - 30) : found.start()])
        if before and not found[0].endswith("not") and before[1].lower() not in starts:
            return found[0]
        if found[0].lower().endswith("have") and not _goes_on(text[found.end() :]):
            return found[0]
        form = short[found[0].lower() if not found[0].startswith("I ") else found[0]]
        return form[0].upper() + form[1:] if found[0][0].isupper() else form

    return pattern.sub(said, text)


def _goes_on(text: str) -> bool:
    """Whether "have" in front of a text helps a verb ("have sent"), rather than owns something ("have slots")."""
    word = re.match(r" (\w+)", text)
    if word is None:
        return False
    lemmas = getLemma(word[1].lower(), upos="VERB")
    done = {form for lemma in lemmas for form in getInflection(lemma, tag="VBN")}
    return word[1].lower() in done or word[1].lower() in {
        "already",
        "now",
        "also",
        "just",
        "not",
        "never",
        "all",
        "since",
        "been",
    }


def why_contracted() -> str:
    """Why contractions are used."""
    return contractions()[2]


def with_apostrophes(text: str, like: str) -> str:
    """The text with curly apostrophes and quotation marks between letters, where the other text has any."""
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", text) if "’" in like else text


@lru_cache(maxsize=1)
def contractions() -> tuple[re.Pattern[str], dict[str, str], str, frozenset[str]]:
    """Read ``polish.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(_FILE)
    root.only("note", "source", "why", "contractions", "have_before", "clause_words")
    short = {full: node.text() for full, node in root.at("contractions").items()}
    keeps = "|".join(root.at("have_before").texts())
    forms = []
    for full in short:
        behind = rf"(?! (?:{keeps})\b| \d| [£$€])" if full.endswith("have") else ""
        begin = re.escape(full[0]) if full[0] == "I" else f"[{full[0].upper()}{full[0]}]"
        forms.append(rf"{begin}{re.escape(full[1:])}(?= [\w£$€]){behind}")
    starts = frozenset(root.at("clause_words").texts())
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(forms)})"), short, root.at("why").text(), starts
