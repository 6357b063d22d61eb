"""Finding words in stored text, on every database alike."""

from django.db.models import Q


def holds(field: str, word: str) -> Q:
    """Condition that `word` stands somewhere in `field`, in small or capital letters. SQLite folds the case of plain
    Latin letters only, so a word with others is also looked for as names and headlines write it.
    """
    forms = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    found = Q()
    for form in forms:
        found |= Q(**{f"{field}__icontains": form})
    return found
