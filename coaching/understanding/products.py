"""What a customer bought or uses, as they call it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from coaching.privacy.namelists import english_words, name_lists
from coaching.understanding.mended import Mended
from coaching.understanding.message import Detail
from coaching.understanding.parsed import parsed
from coaching.understanding.rules import FOLDER
from coaching.understanding.wording import wording
from coaching.yamlfile import read

PRODUCTS_FILE = FOLDER / "details" / "product.yml"
_LISTS = ("weak", "loose", "bought", "not_behind", "never")
_NOUNS = {"NOUN", "PROPN"}
_MINE = {"my", "our"}
_ARTICLES = {"a", "an", "the", "this", "these", "those", "two", "three", "four", "new"}


@dataclass(frozen=True)
class ProductWords:
    """What ``product.yml`` holds; words in small letters."""

    things: frozenset[str]
    weak: frozenset[str]
    loose: frozenset[str]
    bought: frozenset[str]
    not_behind: frozenset[str]
    never: frozenset[str]


@lru_cache(maxsize=1)
def product_words() -> ProductWords:
    """Read ``product.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(PRODUCTS_FILE)
    root.only("note", "source", "things", *_LISTS)
    lists = {name: frozenset(root.at(name).texts()) for name in _LISTS}
    return ProductWords(things=frozenset(root.at("things").text().split()), **lists)


def products(mended: Mended) -> Iterator[Detail]:
    """The things that a message names, each once, with the words that say which one."""
    doc, seen = parsed(mended.text), set()
    for token in doc:
        if _named(token):
            yield Detail("product", *mended.cut(token.idx, token.nbor(1).idx + len(token.nbor(1))), "products.named")
        head = _whole(token)
        thing = _singular(head)
        if thing in seen or not (_listed(token) or _bought(head)):
            continue
        seen.add(thing)
        last = _last(head)
        rule = "products.listed" if _listed(token) else "products.bought"
        yield Detail("product", *mended.cut(_first(head).idx, last.idx + len(last)), rule)


def _whole(token: Token) -> Token:
    """The noun that a thing is a part of: "screen" in "screen protector" is a protector."""
    while token.dep_ == "compound" and token.head.i == token.i + 1 and _a_thing(token.head):
        token = token.head
    return token


def _a_thing(head: Token) -> bool:
    words = product_words()
    # What the pipeline takes for a plural is often a verb: "my drill runs".
    noun = (
        head.pos_ in _NOUNS
        and head.is_alpha
        and not head.text.isupper()
        and (head.tag_ != "NNS" or _singular(head) in words.things)
    )
    return noun and not {head.lower_, head.lemma_.lower()} & words.never


def _singular(token: Token) -> str:
    low = str(token.lower_)
    known = product_words().things
    forms = (low, low.removesuffix("s"), low.removesuffix("es"))
    return next((form for form in forms if form in known), str(token.lemma_.lower()))


def _listed(token: Token) -> bool:
    """Whether a word is a listed thing, and said of a thing."""
    words = product_words()
    thing = _singular(token)
    if thing not in words.things or token.pos_ not in _NOUNS | {"ADJ", "X"}:
        return False
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if follows is not None and (follows.lower_ in words.not_behind or _singular(follows) in words.things):
        return False
    owner = _owner(_whole(token))
    if owner in {"your", "their"} or _town(token):
        return False
    return (
        thing not in words.weak
        or _whole(token) is not token
        or owner in _MINE
        or (owner is not None and _object(_whole(token)))
    )


def _bought(head: Token) -> bool:
    """Whether an unlisted noun is what they bought, or theirs and what the sentence is about."""
    words = product_words()
    forms = {head.lower_, head.lower_.removesuffix("s"), head.lemma_.lower()}
    named = head.pos_ == "PROPN" and head.text[0].isupper()
    if (
        not (head.pos_ == "NOUN" or named)
        or forms & words.never
        or not head.is_alpha
        or head.ent_type_ in {"DATE", "TIME", "MONEY"}
    ):
        return False
    verb = head.head
    return head.dep_ == "dobj" and verb.lemma_ in {"order", "buy", "purchase"} and _owner(head) in _MINE | _ARTICLES


def _town(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.i > 0
        and token.nbor(-1).lower_ == "in"
        and token.lower_ in name_lists().places
    )


def _object(head: Token) -> bool:
    while head.dep_ == "conj":
        head = head.head
    verb = head.head.head if head.dep_ == "pobj" else head.head
    return head.dep_ in {"dobj", "pobj", "nsubjpass", "nsubj"} and verb.lemma_.lower() in product_words().bought


def _owner(head: Token) -> str | None:
    """The article or "my" before a noun, with what belongs between them; None where it has none."""
    token = _first(head)
    while token.i > 0 and token.nbor(-1).lower_ in product_words().loose:
        token = token.nbor(-1)
    before = token.nbor(-1) if token.i > 0 else None
    if before is not None and before.pos_ in {"DET", "PRON", "NUM"}:
        return str(before.lower_)
    return str(token.lower_) if token.lower_ in _ARTICLES else None


def _first(head: Token) -> Token:
    """The first word that says which thing it is."""
    token = head
    while token.i > 0 and _says_which(token.nbor(-1), token):
        token = token.nbor(-1)
    while token.i < head.i and (token.lower_ in product_words().loose or token.text == "-"):
        token = token.nbor(1)
    return token


def _says_which(before: Token, token: Token) -> bool:
    if before.is_space or before.whitespace_ == "" and before.text not in "-" and token.text != "-":
        return False
    if before.text == "-" or token.text == "-":
        return bool(before.is_alpha or before.like_num or before.text == "-")
    if before.pos_ == "NUM":
        return bool(before.i > 0 and before.nbor(-1).pos_ == "PROPN")
    return (
        before.pos_ in _NOUNS | {"ADJ"}
        and (before.is_alpha or _model(before))
        and before.ent_type_ not in {"DATE", "TIME"}
        and before.lower_ not in wording().people
        and before.lower_.removesuffix("s") not in wording().people
    )


def _model(token: Token) -> bool:
    """Whether a word is a model's: capitals and figures, with a hyphen or not."""
    return token.text[0].isupper() and any(map(str.isdigit, token.text))


def _named(token: Token) -> bool:
    """Whether a make and a model stand here: "ThinkPad X1"."""
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    made = token.pos_ == "PROPN" and token.text[0].isupper() and token.is_alpha and token.lower_ not in english_words()
    return made and follows is not None and _model(follows)


def _last(head: Token) -> Token:
    """The last word of the thing: its model may stand behind it."""
    follows = head.nbor(1) if head.i + 1 < len(head.doc) else None
    model = (
        follows is not None
        and any(map(str.isdigit, follows.text))
        and follows.text[0].isupper()
        and head.pos_ == "PROPN"
    )
    return follows if follows is not None and model else head
