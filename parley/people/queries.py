"""Reading accounts."""

from django.core.exceptions import PermissionDenied

from parley.people.models import Person, SiteRole


def person_or_none(username: str) -> Person | None:
    return Person.objects.filter(username=username, is_active=True).first()


def viewer_of(request: object) -> Person | None:
    """Who is signed in, as the middleware found; None for the public."""
    viewer = getattr(request, "viewer", None)
    return viewer if isinstance(viewer, Person) else None


def actor_of(request: object) -> Person:
    """Who acts. Pages that are not open have somebody signed in, which the middleware saw to."""
    viewer = viewer_of(request)
    if viewer is None:
        raise PermissionDenied
    return viewer


def admins() -> list[Person]:
    """Who runs the site."""
    return list(Person.objects.filter(site_role=SiteRole.ADMIN, is_active=True).order_by("pk"))
