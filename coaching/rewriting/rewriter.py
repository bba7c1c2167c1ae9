"""Three whole rewrites of a draft."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from coaching.channels import CHAT
from coaching.moves import APOLOGIZE, EMPATHIZE, MISTAKES, THANK
from coaching.recognition import Row
from coaching.recognition.language_of import spoken_language
from coaching.recognition.sentence import RecognisedSentence
from coaching.rewriting.body import Moves, make, short
from coaching.rewriting.case import Case, case_of
from coaching.rewriting.flow import Piece, flowing, unorphaned
from coaching.rewriting.keeping import holds, kept
from coaching.rewriting.layout import laid_out
from coaching.rewriting.leads import Added, briefer, close, lead
from coaching.rewriting.letter import Letter, take_apart
from coaching.rewriting.polish import contracted, why_contracted, with_apostrophes
from coaching.rewriting.rewrite import SHORTER, STYLES, Edit, Rewrite
from coaching.rewriting.shaping import begun
from coaching.suggestions.reading import Reader, Recognises

_REMEMBERED = 2048
"""Clauses whose moves are kept, some hundred bytes each."""
_MOST = 100
"""Sentences that are mended; what follows in a longer draft stays as it is."""
_WORDY = 15
"""Drafts of fewer words are too short to carry an acknowledgement and be shorter still."""
_INTRO = re.compile(
    r"(?:this is|it's|it is|my name is|my name's|i'm|i am) "
    r"(?:(?-i:[A-Z][\w&]+(?: (?:[A-Z][\w&]+|&))*)(?: (?:from|at|in|with|here|about)\b|[.,])"
    r"|calling|ringing|phoning|getting back|writing|about your)"
    r"|(?:is that|am i speaking (?:to|with)|may i speak (?:to|with)|could i speak (?:to|with)) .*\?$"
    r"|(?:you're|you are) (?:through to|speaking)|thank(?:s| you) for (?:holding|waiting)",
    re.IGNORECASE,
)
"""How a first sentence begins that tells who speaks, or of what."""
_SORRY = re.compile(
    r"\b(?:sorry|apologi[sz]\w*|apologies|regret|forgive|(?:my|our) (?:mistake|fault|error|bad))\b", re.IGNORECASE
)
_BARE = 4
"""Words of an apology that says not what for; it goes where a fuller one is added."""
_POINTING = re.compile(r"(?:this|that|it|they|these|those)\b", re.IGNORECASE)


class Rewriter:
    """Rewrites drafts with one recogniser; may be shared between threads."""

    def __init__(self, recogniser: Recognises) -> None:
        """Take the recogniser; wording is read when the first draft comes."""
        self._reader = Reader(recogniser)
        self._moves = lru_cache(maxsize=_REMEMBERED)(self._read)

    def rewrite(self, draft: str, customer: str = "", channel: str = CHAT) -> tuple[Rewrite, ...]:
        """Rewrite a draft in three styles. Same draft, message, channel and versions, same rewrites.

        Each holds every fact, amount, date, link and promise of the draft and adds none. A draft that is surely not
        English, or has no words, gets none.

        Args:
            draft: The reply.
            customer: The message that it answers; without one nothing is said of what the customer went through.
            channel: One of ``coaching.channels.CHANNELS``.
        """
        if not draft.strip() or not spoken_language(draft).judged:
            return ()
        sentences = self._reader.recognise(draft, customer)
        letter = take_apart(draft, sentences)
        cases = (case_of(draft, customer, channel, letter, style) for style in STYLES)
        return tuple(
            _Writing(draft, customer, letter, case, lambda clause: self._moves(clause, customer)).done()
            for case in cases
        )

    def _read(self, clause: str, customer: str) -> RecognisedSentence:
        return self._reader.label([Row(clause, customer)])[0]


class _Writing:
    """One rewrite in the making."""

    def __init__(self, draft: str, customer: str, letter: Letter, case: Case, moves: Moves) -> None:
        self._draft, self._customer, self._letter, self._case = draft, customer, letter, case
        self._edits: list[Edit] = []
        self._intro: list[str] = []
        self._sorry: list[str] = []
        self._bare: list[str] = []
        self._pieces: list[Piece] = []
        self._felt = self._thanked = self._mistaken = False
        for number, (sentence, before) in enumerate(zip(letter.body, letter.before, strict=True)):
            if number < _MOST:
                self._take(sentence, before, moves)
            else:
                self._pieces.append(Piece(sentence.text, before))

    def _take(self, sentence: RecognisedSentence, before: str, read: Moves) -> None:
        """Mend a sentence and put it where it belongs."""
        self._mistaken |= bool(set(sentence.labels) & set(MISTAKES))
        made = make(sentence, self._case, read)
        self._edits += made.edits
        if not made.text:
            return
        text, moves = begun(made.text), set(sentence.labels)
        good = not moves & set(MISTAKES)
        self._felt |= good and EMPATHIZE in moves and not _INTRO.match(text)
        self._thanked |= good and THANK in moves
        if not self._pieces and not self._intro and _INTRO.match(text):
            self._intro.append(text)
        elif good and APOLOGIZE in moves and _SORRY.search(text) and not _POINTING.match(text):
            bare = len(text.split()) <= _BARE and not text.endswith("?")
            (self._bare if bare else self._sorry).append(unorphaned(text))
        else:
            self._pieces.append(Piece(text, before, not good))

    def done(self) -> Rewrite:
        """The boldest rewrite that keeps all facts; at the worst the draft as it is."""
        style = self._case.style
        open_ended = bool(self._pieces) and not self._thanked and not self._pieces[-1].text.endswith("?")
        end = close(style, self._case) if open_ended else None
        front = lead(
            *(style, self._case),
            felt=self._felt,
            sorry=bool(self._sorry),
            thanked=self._thanked,
            mistaken=self._mistaken,
        )
        fronts: list[Added | None] = [front, *(briefer(front, self._case) if front and style == SHORTER else ()), None]
        for room, candidate, joined in product((-1, 0), dict.fromkeys(fronts), (True, False)):
            text, edits = self._composed(candidate, end, joined=joined)
            if self._fits(text, room):
                text = with_apostrophes(text, self._draft)
                return Rewrite(style, text, edits if text != self._draft else (), kept(self._draft))
        return Rewrite(style, self._draft, (), kept(self._draft))

    def _fits(self, text: str, room: int) -> bool:
        """Whether a text keeps all facts and, to be called shorter, has fewer words; ``room`` words more are borne."""
        longest = len(self._draft.split()) + room
        brief = self._case.style != SHORTER or longest < _WORDY or len(text.split()) <= longest
        return brief and holds(self._draft, self._customer, text)

    def _composed(self, front: Added | None, end: Added | None, *, joined: bool) -> tuple[str, tuple[Edit, ...]]:
        pieces, flowed = flowing(self._pieces, self._case, joined=joined)
        apologised = self._sorry or (front is not None and _SORRY.search(front.text))
        bare = [] if apologised else self._bare
        opening = [*self._intro, *([front.text] if front else []), *bare, *self._sorry]
        text = laid_out(self._letter, opening, pieces, end.text if end else "", self._case)
        edits = [*self._edits, *flowed]
        if front is not None:
            edits.insert(0, Edit(f"Added “{short(front.text)}”", front.why, front.rule))
        if end is not None:
            edits.append(Edit(f"Added “{short(end.text)}”", end.why, end.rule))
        said = contracted(text)
        if said != text:
            edits.append(Edit("Contractions, as people say them", why_contracted(), "polish.contractions"))
        return said, tuple(edits)
