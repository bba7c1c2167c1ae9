"""Where plain ``rasa run actions`` looks for actions; they live in ``bot/actions``."""

from bot.actions import ActionCustomerCloses, ActionCustomerOpens, ActionCustomerTurn

__all__ = ["ActionCustomerCloses", "ActionCustomerOpens", "ActionCustomerTurn"]
