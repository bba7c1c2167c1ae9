"""What it was for, as a phrase for a reply, and whether that is lost already."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from coaching.understanding.wording import wording


def occasion_of(doc: Doc) -> tuple[str | None, bool]:
    """The occasion it was for: "my son's birthday", "for the wedding", "Wedding is Saturday"; and if it is lost."""
    words = wording()
    for token in doc:
        if token.lemma_.lower() not in words.occasions or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        before = doc[max(0, token.i - 5) : token.i]
        owner = next((one for one in reversed(before) if one.lower_ in {"my", "our"}), None)
        if owner is not None and owner.right_edge.i <= token.i:
            person = owner.nbor(1).lower_
            singular = person if person in words.people else person.removesuffix("s")
            if singular in words.people:
                plural = person != singular and owner.nbor(2).text == "'"
                return f"your {person}' {token.lower_}" if plural else f"your {singular}'s {token.lower_}", missed(
                    token
                )
            return (f"your {token.lower_}" if owner.i == token.i - 1 else None), missed(token)
        them = _missing(token)
        waited_for = any(one.lower_ in {"for", "before"} for one in before[-2:]) and token.dep_ == "pobj"
        dated = (
            token.dep_ == "nsubj" and token.head.lemma_ == "be" and any(one.ent_type_ == "DATE" for one in token.sent)
        )
        if them:
            return f"{them} {token.lower_}", True
        if waited_for or dated:
            return f"the {token.lower_}", missed(token)
    return None, False


def _missing(token: Token) -> str | None:
    """Whose occasion it is in "my mum missed her operation" and "we missed the wedding"; None where it is not lost."""
    if not missed(token) or token.dep_ not in {"dobj", "nsubjpass"}:
        return None
    whose = next((child.lower_ for child in token.children if child.dep_ in {"poss", "det"}), None)
    if whose == "the":
        return "the"
    one = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    known = (
        one is not None
        and one.lemma_.lower() in wording().people
        and any(c.lower_ in {"my", "our"} for c in one.children)
    )
    return f"your {one.lower_}'s" if one is not None and known and whose in {"his", "her"} else None


def missed(token: Token) -> bool:
    """Whether the occasion is past saving: "missed my interview", "the wedding was on Monday"; not "will miss it"."""
    verb = next((up for up in token.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    past = verb.tag_ in {"VBD", "VBN"} or any(one.lower_ in {"made", "had"} for one in verb.ancestors)
    later = any(one.tag_ == "MD" or one.dep_ == "neg" or one.lower_ in {"going", "to"} for one in verb.children)
    lost = verb.lemma_.lower() in wording().missed and token.dep_ in {"dobj", "nsubjpass"}
    over = verb.lower_ == "was" and token.dep_ == "nsubj" and token.sent.root.lemma_ == "be"
    return (lost or over) and past and not later
