"""Which customer was played: the model's version, told with every state and debrief."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from coaching.customer.constants import Constants
from coaching.customer.cues import Cues
from coaching.customer.levels import Level
from coaching.recognition.doubt import sure_from

_MECHANISM = "2.1"
"""Raised when the code makes the same files mean something else."""


def model_version(constants: Constants, cues: Cues, levels: Mapping[int, Level]) -> str:
    """``customer-<mechanism>-<hash>``; the hash changes with every size, cue, level and doubt."""
    sizes = repr((constants, cues, sorted(levels.items()), sorted(sure_from().items())))
    return f"customer-{_MECHANISM}-{sha256(sizes.encode()).hexdigest()[:8]}"
