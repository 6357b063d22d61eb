from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save

UNSEEN = frozenset({"last_login", "password"})


class PeopleConfig(AppConfig):
    name = "parley.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_save.connect(changed, sender="people.Person", dispatch_uid="people.changed")


def changed(*, created: bool, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    """A name or a role stands on many pages. A signal, because allauth saves people as well."""
    from parley.base.keys import purge

    if not created and not (update_fields and update_fields <= UNSEEN):
        purge("site")
