"""Writing accounts. Sign-up and sign-in themselves are allauth's."""

from parley.people.models import Person, SiteRole


def create_person(*, username: str, email: str, password: str | None, site_role: SiteRole = SiteRole.MEMBER) -> Person:
    """An account made by the machine's operator (the demo, the first admin)."""
    return Person.objects.create_user(username=username, email=email, password=password, site_role=site_role)
