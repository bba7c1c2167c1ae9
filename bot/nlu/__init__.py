"""The recogniser as a component of Rasa's pipeline, and Rasa's view of its training data."""
