"""Personal data in what people write: finding it, and taking it out before a text is kept."""

from coaching.privacy.exchange import take_out_of_all
from coaching.privacy.removal import Cleaned, PersonalData, find, take_out

__all__ = ["Cleaned", "PersonalData", "find", "take_out", "take_out_of_all"]
