"""Brings the three processes up and down: what ``make run`` and ``make train`` call."""
