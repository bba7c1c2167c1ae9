"""What a session teaches: what the customer felt and why, what went well, what to do differently, as pure functions."""

from coaching.debrief.debrief import debrief
from coaching.debrief.report import Debrief

__all__ = ["Debrief", "debrief"]
