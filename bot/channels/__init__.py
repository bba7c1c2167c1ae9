"""How the web application talks to Rasa."""
