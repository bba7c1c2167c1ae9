"""Findings and better wording for a reply."""

from coaching.suggestions.checker import DraftChecker
from coaching.suggestions.report import DraftReport, Finding, Suggestion

__all__ = ["DraftChecker", "DraftReport", "Finding", "Suggestion"]
