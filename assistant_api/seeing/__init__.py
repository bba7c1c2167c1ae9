"""Seeing where people and teams stand, and how far the score can be trusted."""
