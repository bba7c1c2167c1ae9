"""The parts of a score: what earns points and what costs them."""
