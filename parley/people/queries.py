"""Reading accounts."""

from parley.people.models import Person


def person_or_none(username: str) -> Person | None:
    return Person.objects.filter(username=username, is_active=True).first()


def person_by_key(key: int) -> Person | None:
    return Person.objects.filter(pk=key, is_active=True).first()


def viewer_of(request: object) -> Person | None:
    """Who is signed in, as the middleware found; None for the public."""
    viewer = getattr(request, "viewer", None)
    return viewer if isinstance(viewer, Person) else None
