"""What Rasa's action server runs: from the tracker to ``coaching.customer`` and back."""

from bot.actions.closes import ActionCustomerCloses
from bot.actions.opens import ActionCustomerOpens
from bot.actions.turn import ActionCustomerTurn

__all__ = ["ActionCustomerCloses", "ActionCustomerOpens", "ActionCustomerTurn"]
