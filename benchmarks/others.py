"""Other checkers of text in Python, as their users call them; each takes the whole draft."""

from collections.abc import Callable
from importlib.metadata import version

from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer


def others() -> dict[str, Callable[[str], object]]:
    """Name with version to function, loaded; TextBlob, which the ratios refer to, comes first."""
    CheckRegistry().register_many(__register__)
    return {
        f"TextBlob {version('textblob')}, sentiment": lambda text: TextBlob(text).sentiment,
        f"VADER {version('vaderSentiment')}": SentimentIntensityAnalyzer().polarity_scores,
        f"proselint {version('proselint')}": lambda text: LintFile("draft", text).lint(),
    }
