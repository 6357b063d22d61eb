"""Prose to lines to clauses, with the words each came from."""

from houserules.book import RuleBook


def read(prose: str) -> RuleBook:
    """What the prose asks, line by line. Nothing in the book is confirmed yet."""
    return RuleBook(prose=prose, lines=())
