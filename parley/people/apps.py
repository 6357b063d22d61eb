from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models.signals import post_save

UNSEEN = frozenset({"last_login", "password", "language"})


class PeopleConfig(AppConfig):
    name = "parley.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account import signals as account
        from allauth.mfa.signals import authenticator_added

        from parley.people.newcomers import give_codes
        from parley.people.sessions import no_more_news, note_device, password_replaced
        from parley.people.ways_in import came_by_mail

        post_save.connect(changed, sender="people.Person", dispatch_uid="people.changed")
        for signal in (account.password_changed, account.password_set, account.password_reset):
            signal.connect(password_replaced, dispatch_uid="people.password_replaced")
        account.password_reset.connect(came_by_mail, dispatch_uid="people.came_by_mail")
        authenticator_added.connect(give_codes, dispatch_uid="people.give_codes")
        user_logged_out.connect(no_more_news, dispatch_uid="people.no_more_news")
        user_logged_in.connect(note_device, dispatch_uid="people.note_device")
        user_logged_in.connect(signed_in, dispatch_uid="people.signed_in")
        account.user_signed_up.connect(signed_up, dispatch_uid="people.signed_up")


def changed(*, created: bool, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    """A name or a role stands on many pages. A signal, because allauth saves people as well."""
    from parley.base.keys import purge

    if not created and not (update_fields and update_fields <= UNSEEN):
        purge("site")


def signed_in(*, request: Any, user: Any, **_: Any) -> None:
    """Whoever signs in reads that his account is about to be deleted, in case it was not he who asked."""
    from parley.base.saying import moment, say
    from parley.people.leaving import leaving_of

    if request is not None and (waits := leaving_of(user)) is not None:
        when = moment(waits.due_at, long=True)
        told = say("Your account will be deleted on {when} UTC. You can take that back on the page of your account.", when=when)
        messages.warning(request, told, fail_silently=True)


def signed_up(*, user: Any, **_: Any) -> None:
    """His mails speak the language in which he came, until he chooses another."""
    from parley.base.languages import spoken
    from parley.people.services import choose_language

    if spoken() != settings.LANGUAGE_CODE:
        choose_language(actor=user, code=spoken())
