"""The mood that is shown: anger, satisfaction, and the band that names them."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.customer.constants import Bands
from coaching.customer.feelings import Feelings

BANDS = ("furious", "angry", "annoyed", "calm", "pleased")
"""From the worst to the best."""


@dataclass(frozen=True)
class Mood:
    """What a trainee sees of the feelings.

    Attributes:
        anger: 0 to 1.
        satisfaction: 0 to 1.
        band: One of ``BANDS``.
    """

    anger: float
    satisfaction: float
    band: str

    @classmethod
    def of(cls, feelings: Feelings, bands: Bands) -> Mood:
        """Name the feelings."""
        anger = feelings.anger
        if anger >= bands.furious:
            band = "furious"
        elif anger >= bands.angry:
            band = "angry"
        elif anger >= bands.annoyed:
            band = "annoyed"
        else:
            band = "pleased" if feelings.satisfaction >= bands.pleased else "calm"
        return cls(anger, feelings.satisfaction, band)

    def to_json(self) -> dict[str, float | str]:
        """Plain JSON values, three decimals."""
        return {"anger": round(self.anger, 3), "satisfaction": round(self.satisfaction, 3), "band": self.band}
