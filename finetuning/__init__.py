"""Fine-tuning of the sentence encoder: the one part that needs torch, so it runs in an environment of its own.

``make finetune`` runs it; nothing here is imported by the product. ``rows.py`` runs in the product's environment and
hands the labelled sentences over as a file; the rest runs in ``.venv-finetune`` and knows nothing of the product.
"""
