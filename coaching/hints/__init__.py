"""Hints while practising: what is due now, why, and on request a sentence that does it."""

from coaching.hints.hint import Hint
from coaching.hints.next_hint import next_hint
from coaching.hints.practised import suggested_mode

__all__ = ["Hint", "next_hint", "suggested_mode"]
