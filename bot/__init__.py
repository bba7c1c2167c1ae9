"""What Rasa loads: the upset customer as a Rasa assistant. Rasa is imported nowhere else in this project."""
