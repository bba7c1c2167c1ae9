"""The shared core: what agents do, what customers feel, what a reply scores. It knows no web server and no Rasa."""
