"""What allauth asks of us."""

from allauth.account.adapter import DefaultAccountAdapter


class Accounts(DefaultAccountAdapter):
    """Its defaults; the class stands here so that what differs has a place."""
