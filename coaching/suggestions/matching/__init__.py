"""Finding the words that a rule looks for: phrases, regular expressions, spaCy's token and dependency patterns."""
