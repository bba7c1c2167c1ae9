"""Short forms written out: "it's been" as "it has been", "I'd like" as "I would like"."""

from __future__ import annotations

import re

_NOT = {"can't": "cannot", "won't": "will not"}
_VERBS = {"m": "am", "ve": "have", "ll": "will", "re": "are"}
_BETWEEN = r"(?:never|not|just|only|already|always|still|also|really|both|so|all|nearly|ever|since) "
_DONE = (
    r"(?:been|got|had|told|taken|cost|left|put|said|gone|come|become|begun|begged|done|made|known|seen|heard|hung|read|given|"
    r"thought|meant|kept|lost|found|felt|built|sent|bought|brought|paid|written|spoken|forgotten|eaten|drawn|dreamt|set|"
    r"driven|held|understood|run|worn|stood|rung|broken|chosen|better|\w{3,}ed)\b"
)
"""What follows "has" or "had" and neither "is" nor "would"; after "is" some of them can stand as well."""
_BOTH = (
    r"(?!(?:done|gone|lost|found|thought|written|broken|paid|meant|known|made|better)\b|"
    r"\w+ed\b(?! (?:me|us|him|her|it|you)\b))"
)
_PERSON = r"(?!(?:done|gone|lost|meant|better|tired|worried|married|retired|supposed)\b)"
_WHOSE = r"(?:it|that|there|what|he|she|who|where|how|here)"
_END = r"\b(?![.?!,])"
"""A sentence may end in "that's that", and no person writes "that is" there."""

_ASKED = r"(?! (?:I|you|he|she|it|we|they|that|there|this|somebody|anybody|one)\b)"
_N_T = re.compile(r"\b([A-Za-z]+n't)" + _END + _ASKED)
_VERB = re.compile(r"\b([A-Za-z]+)'(m|ve|ll|re)" + _END)
_S_HAS = re.compile(
    rf"\b(?:({_WHOSE})'s (?=(?:{_BETWEEN})?{_BOTH}{_DONE})|(he|she|who)'s (?=(?:{_BETWEEN})?{_PERSON}{_DONE}))", re.I
)
_S_IS = re.compile(rf"\b({_WHOSE})'s{_END}", re.I)
_D_HAD = re.compile(rf"\b([A-Za-z]+)'d (?=(?:{_BETWEEN}){{0,2}}(?:{_DONE}|(?:to|the|no|an?)\b))")
_D_WOULD = re.compile(r"\b([A-Za-z]+)'d" + _END)
_LET_S = re.compile(r"\b([Ll]et)'s\b")


def spelled_out(line: str) -> str:
    """The line without short forms, save where nobody would write the long one ("don't you?", "that's that.")."""
    line = _N_T.sub(lambda found: _negated(found.group()), line)
    line = _VERB.sub(lambda found: f"{found.group(1)} {_VERBS[found.group(2)]}", line)
    line = _S_HAS.sub(lambda found: f"{found.group(1) or found.group(2)} has ", line)
    line = _S_IS.sub(r"\1 is", line)
    line = _D_HAD.sub(r"\1 had ", line)
    line = _D_WOULD.sub(r"\1 would", line)
    return _LET_S.sub(r"\1 us", line)


def _negated(short: str) -> str:
    long = _NOT.get(short.lower(), short[:-3] + " not")
    return short[0] + long[1:]
