"""The measured draft of 60 words in thousands of wordings, so that nothing remembered from an earlier call helps."""

# Call n takes the n-th word of each list, round and round. The lengths of the lists in one sentence share no factor, so
# 5 x 7 x 9 x 11 numbers pass before a sentence comes again.
_WORDS = {
    "greeting": "Hello Hi Hey Dear Welcome Thanks Greetings".split(),
    "name": "Jo Ann Tom Kim Sara Paul Mary Luke Emma Rosa Ben".split(),
    "any": "any all the this that".split(),
    "inconvenience": "inconvenience trouble delay upset bother worry stress hassle confusion".split(),
    "parcel": "parcel package box delivery envelope crate order bundle shipment".split(),
    "present": "present toy book dress camera bicycle puzzle scarf necklace guitar game".split(),
    "day": "Friday Monday Tuesday Wednesday Thursday Saturday Sunday".split(),
    "birthday": "birthday wedding party christening holiday".split(),
    "policy": "policy rulebook contract guidelines procedure terms agreement notice handbook process standard".split(),
    "send": "send post ship give order promise offer book grant".split(),
    "second": "second third new fresh further spare better".split(),
    "yet": "yet today now tonight here".split(),
    "worry": "worry panic fret fear despair stress hesitate".split(),
    "it": "it this that everything all".split(),
    "fixed": "fixed solved settled sorted mended resolved handled repaired cleared corrected finished".split(),
    "soon": "soon shortly quickly today tomorrow tonight promptly eventually somehow".split(),
    "could": "Could Can Would Will Might".split(),
    "neighbour": "neighbour friend relative colleague grandparent flatmate lodger visitor guest porter cousin".split(),
    "home": "home work church school college hand breakfast lunch dinner".split(),
}
_DRAFT = (
    "{greeting} {name}, I am sorry for {any} {inconvenience} caused.",
    "I understand that the {parcel} with the {present} was to be with you by {day}, "
    "and that the {birthday} is tomorrow.",
    "As per our {policy} we can't {send} a {second} one {yet}.",
    "Don't {worry}, {it} will be {fixed} {soon}.",
    "{could} you tell me whether a {neighbour} was at {home} on {day}?",
)
_CUSTOMER = "My daughter's {birthday} is on {day} and the {parcel} with her {present} still isn't here. Order 48213!"

_SHORT = (_DRAFT[0], _DRAFT[2])

WORDINGS = 5 * 7 * 9 * 11
LENGTHS = (20, 60, 200)
"""Words of the drafts that the assistant is measured with."""
_FULL_DRAFTS = {20: 0, 60: 1, 200: 3}
_WITH_SHORT = (20, 200)


def draft(number: int) -> str:
    """One wording of the draft; no sentence of it is in the draft of any other number.

    Raises:
        ValueError: The number is not in 0..``WORDINGS`` - 1.
    """
    return " ".join(_worded(sentence, number) for sentence in _DRAFT)


def edited(number: int, edit: int) -> str:
    """Draft ``number`` with one sentence, ever another one, from draft ``edit``."""
    place = edit % len(_DRAFT)
    return " ".join(_worded(sentence, edit if at == place else number) for at, sentence in enumerate(_DRAFT))


def parts(words: int) -> int:
    """How many numbers a draft of so many words uses up."""
    return _FULL_DRAFTS[words] + (words in _WITH_SHORT)


def of_length(words: int, number: int, edit: int | None = None) -> str:
    """A draft of 20, 60 or 200 words, made of the sentences of ``parts`` numbers, from ``number`` on.

    Args:
        words: One of ``LENGTHS``.
        number: The first of the numbers.
        edit: A number of its own, of which the first sentence is taken; None for none.
    """
    numbers = list(range(number, number + parts(words)))
    pieces = [_worded(sentence, one) for one in numbers[: _FULL_DRAFTS[words]] for sentence in _DRAFT]
    if words in _WITH_SHORT:
        pieces += [_worded(sentence, numbers[-1]) for sentence in _SHORT]
    if edit is not None:
        pieces[0] = _worded(_DRAFT[0], edit)
    return " ".join(pieces)


def customer(number: int) -> str:
    """One wording of the customer's message that the draft answers."""
    return _worded(_CUSTOMER, number)


def _worded(sentence: str, number: int) -> str:
    if not 0 <= number < WORDINGS:
        raise ValueError(f"wording {number}: there are {WORDINGS}, numbered from 0")
    return sentence.format_map({slot: words[number % len(words)] for slot, words in _WORDS.items()})
