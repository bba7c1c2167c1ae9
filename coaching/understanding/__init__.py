"""What a customer's message says: facts that a reply can take up."""

from coaching.understanding.facts import FACTS, Facts, read_facts

__all__ = ["FACTS", "Facts", "read_facts"]
