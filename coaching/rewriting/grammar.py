"""Changes that need the grammar of a clause: passive to "we", a reproach to what was wrong, an order to a request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from coaching.case import parse
from coaching.rewriting.shaping import begun, inflected, mend_spaces
from coaching.yamlfile import read

_FILE = Path(__file__).with_name("grammar.yml")
_LONGEST_SUBJECT = 9
_OBJECT_FORM = {"it": "it", "they": "them", "this": "this", "that": "that", "these": "these", "those": "those"}
_CONDITION = re.compile(
    r"((?:if|once|when|as soon as|unless|until)\b(?: [^\s,]+){2,12}?(?<! of)(?<! in)(?<! on)(?<! at)(?<! to)(?<! from)"
    r"(?<! with)(?<! by)(?<! for)(?<! about)(?<! the)(?<! and)(?<! or)(?<! just)(?<! think)(?<! feel)(?<! know)"
    r"(?<! see)(?<! say)(?<! says)(?<! find)(?<! sure)(?<! believe)(?<! hope)(?<! that)(?<! why)(?<! how)(?<! what)) "
    r"(?=(?:i|we|you|they|it|he|she)(?: (?:will|can|could|may|would|must|should|need)|'ll|'d)\b"
    r"|(?:it|that|there)'s\b|(?:the|your|our) [\w£$€.-]+(?:,\d+)* "
    r"(?:(?!i |we |you |he |she |it |they )\w+ )?(?:will|can)\b|please\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Words:
    ours: frozenset[str]
    habits: frozenset[str]
    theirs: frozenset[str]
    softly: str
    errs: frozenset[str]
    wrong: frozenset[str]
    not_blamed: frozenset[str]
    requests: frozenset[str]
    why: dict[str, str]


def active(clause: str) -> str:
    """A passive that only the firm can have done, as "we": "Your refund was approved" to "We approved your refund"."""
    doc = parse(clause)
    root = _root(doc)
    if root is None or root.tag_ != "VBN" or root.lemma_.lower() not in turn_words().ours:
        return clause
    subject = next((child for child in root.children if child.dep_ == "nsubjpass"), None)
    helpers = [child for child in root.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < root.i]
    if subject is None or not any(one.dep_ == "auxpass" for one in helpers) or _by_somebody(root):
        return clause
    told = doc[subject.left_edge.i : subject.right_edge.i + 1]
    unfit = (
        told[0].lower_ in {"no", "you", "i", "we", "none", "nothing", "he", "she", "there"}
        or len(told) > _LONGEST_SUBJECT
    )
    # "It was sent" and "your form was sent" may be the customer's doing.
    sent = root.lemma_.lower() == "send" and told[0].lower_ not in {"a", "an", "two", "three"}
    unfit = unfit or (
        sent and ((len(told) == 1 and told[0].pos_ == "PRON") or subject.lemma_.lower() in turn_words().theirs)
    )
    between = doc[told.end : root.i]
    if unfit or helpers[0].i < told.end or any(one.dep_ not in {"aux", "auxpass", "neg", "advmod"} for one in between):
        return clause
    verb = _active_verb(helpers, root, [one.text for one in between if one.dep_ == "advmod"], plural=_plural(subject))
    rest = _rest(doc[root.i + 1 :], root)
    if verb is None or rest is None:
        return clause
    object_ = _OBJECT_FORM.get(told.text.lower(), begun(told.text, small=True) if told.start == 0 else told.text)
    lead = doc[: told.start].text_with_ws
    we = "we" if lead.strip() else "We"
    return begun(mend_spaces(f"{lead}{we} {verb} {object_} {rest}"))


def without_blame(clause: str) -> str:
    """What went wrong, without who did it: "You lost the key" to "It looks as though the key was lost"."""
    doc = parse(clause)
    root = _root(doc)
    if root is None or root.pos_ != "VERB" or "?" in clause:
        return clause
    subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ != "you" or subject.i > 1:
        return clause
    done = _done(root)
    if done is None or done[0].lemma_.lower() in turn_words().not_blamed:
        return clause
    verb, denied = done
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if thing is None or thing.pos_ == "PRON":
        return clause
    span = doc[thing.left_edge.i : thing.right_edge.i + 1]
    wrong = denied or verb.lemma_.lower() in turn_words().errs or any(one.lower_ in turn_words().wrong for one in span)
    if not wrong or span.start != verb.i + 1 or len(span) > _LONGEST_SUBJECT or span[-1].lower_ in turn_words().wrong:
        return clause
    be = ("weren't" if denied else "were") if _plural(thing) else ("wasn't" if denied else "was")
    said = f"{span.text} {be} {inflected(verb.lemma_, 'VBN')} {doc[span.end :].text}"
    return begun(mend_spaces(f"{turn_words().softly} {said}"))


def _done(root: Token) -> tuple[Token, bool] | None:
    """The verb that tells what was done, and whether it was not done; None where nothing is over and done."""
    helpers = [child for child in root.children if child.dep_ == "aux"]
    if any(one.tag_ == "MD" for one in helpers):
        return None
    if root.lower_ in {"failed", "forgot", "neglected"}:
        inner = next((child for child in root.children if child.dep_ == "xcomp"), None)
        return (inner, True) if inner is not None else None
    past = root.tag_ in {"VBD", "VBN"} or any(one.lower_ in {"did", "have", "'ve", "had", "'d"} for one in helpers)
    denied = any(child.dep_ == "neg" or child.lower_ == "never" for child in root.children)
    return (root, denied) if past else None


def asked(clause: str) -> str:
    """An order as a request: "Fill in the form" to "Please fill in the form"; also behind a condition."""
    doc = parse(clause)
    root = _root(doc)
    if root is None or root.tag_ not in {"VB", "VBP"} or root.lemma_.lower() not in turn_words().requests:
        return clause
    if (
        any(child.dep_ in {"nsubj", "nsubjpass", "expl", "aux"} for child in root.children)
        or "please" in clause.lower()
        or "?" in clause
    ):
        return clause
    if root.i == 0:
        return f"Please {begun(clause, small=True)}"
    condition = next((child for child in root.children if child.dep_ == "advcl" and child.right_edge.i < root.i), None)
    if condition is None or condition.left_edge.i != 0 or doc[0].lower_ not in {"if", "when", "once"}:
        return clause
    before = doc[: root.i].text.rstrip(" ,")
    return f"{before}, please {doc[root.i :].text}"


def with_comma(clause: str) -> str:
    """A comma where a condition in front of the sentence ends, if none is there."""
    plain = _CONDITION.match(clause)
    if plain:
        return f"{plain[1]}, {clause[plain.end() :]}"
    if not re.match(
        r"(?:if|when|once|unless|until|as soon as|although|because|since|while|to|after|before)\b",
        clause,
        re.IGNORECASE,
    ):
        return clause
    doc = parse(clause)
    root = _root(doc)
    if root is None:
        return clause
    condition = next((child for child in root.children if child.dep_ == "advcl" and child.left_edge.i == 0), None)
    if condition is None or condition.right_edge.i + 1 >= len(doc) or condition.i > root.i:
        return clause
    after = doc[condition.right_edge.i + 1]
    if (
        after.is_punct
        or after.i > root.i
        or not (after.dep_ in {"nsubj", "nsubjpass", "poss", "det", "expl", "intj"} or after.lower_ == "please")
    ):
        return clause
    return f"{doc[: after.i].text}, {doc[after.i :].text}"


def _root(doc: Doc) -> Token | None:
    return next((token for token in doc if token.dep_ == "ROOT"), None)


def _plural(head: Token) -> bool:
    return (
        head.tag_ in {"NNS", "NNPS"}
        or any(child.dep_ == "conj" for child in head.children)
        or head.lower_ in {"they", "these", "those", "all", "both"}
    )


def _by_somebody(root: Token) -> bool:
    """Whether somebody is named as the doer; "by Friday" and "by 4 weeks" are nobody."""
    for child in root.children:
        if child.lower_ == "by":
            named = next((one for one in child.children if one.dep_ in {"pobj", "pcomp"}), None)
            if named is None or not (
                named.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"}
                or any(one.like_num for one in named.subtree)
            ):
                return True
    return False


def _active_verb(helpers: list[Token], root: Token, adverbs: list[str], *, plural: bool) -> str | None:
    """The verb behind "we", with its adverbs; None where the passive has no plain counterpart."""
    said = [one.lower_ for one in helpers]
    denied = any(one.dep_ == "neg" for one in helpers) or said[0] == "cannot"
    adverb = " ".join(adverbs)
    base, done, past = (inflected(root.lemma_, tag) for tag in ("VB", "VBN", "VBD"))
    first = {"ca": "can", "wo": "will", "'ll": "will", "cannot": "can"}.get(said[0], said[0])
    if first in {"will", "can", "may", "could", "would"} and "be" in said and "being" not in said:
        no = {"will": "won't", "can": "can't", "could": "couldn't", "would": "wouldn't", "may": "may not"}[first]
        return " ".join(filter(None, (no if denied else first, adverb, base)))
    if first in {"has", "have", "'s", "'ve"} and "been" in said:
        return " ".join(filter(None, ("haven't" if denied else "have", adverb, done)))
    if "being" in said and first in {"is", "are", "'s", "'re"}:
        return " ".join(filter(None, ("are not" if denied else "are", adverb, inflected(root.lemma_, "VBG"))))
    if first in {"was", "were"}:
        return " ".join(filter(None, ("didn't", adverb, base) if denied else (adverb, past)))
    if first in {"is", "are"} and plural and root.lemma_.lower() in turn_words().habits:
        return " ".join(filter(None, ("don't", adverb, base) if denied else (adverb, base)))
    return None


def _rest(span: Span, root: Token) -> str | None:
    """What follows the verb, a second passive in it turned too; None where that cannot be."""
    joined = len(span) > 1 and span[0].lower_ in {"and", "or"} and span[1].tag_ in {"VBN", "VBD"}
    if joined or any(child.dep_ == "prt" for child in root.children):
        return None
    second = next((one for one in root.children if one.dep_ == "conj" and one.pos_ in {"VERB", "AUX"}), None)
    if second is None or second.i < span.start or any(one.dep_ in {"nsubj", "nsubjpass"} for one in second.children):
        return str(span.text)
    helpers = [child for child in second.children if child.dep_ in {"aux", "auxpass", "neg"}]
    if not helpers or second.tag_ != "VBN":
        return None
    verb = _active_verb(helpers, second, [], plural=False)
    if verb is None or second.lemma_.lower() not in turn_words().ours:
        return None
    start = min(one.i for one in helpers)
    return f"{span.doc[span.start : start].text} we {verb} it {span.doc[second.i + 1 :].text}"


@lru_cache(maxsize=1)
def turn_words() -> _Words:
    """Read ``grammar.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(_FILE)
    root.only("note", "source", "active", "blame", "please", "comma", "only_hurts", "splice")
    return _Words(
        ours=frozenset(root.at("active").at("ours").texts()),
        habits=frozenset(root.at("active").at("habits").texts()),
        theirs=frozenset(root.at("active").at("theirs").texts()),
        softly=root.at("blame").at("softly").text(),
        errs=frozenset(root.at("blame").at("errs").texts()),
        wrong=frozenset(root.at("blame").at("wrong").texts()),
        not_blamed=frozenset(root.at("blame").at("not_these").texts()),
        requests=frozenset(root.at("please").at("requests").texts()),
        why={
            name: root.at(name).at("why").text()
            for name in ("active", "blame", "please", "comma", "only_hurts", "splice")
        },
    )
