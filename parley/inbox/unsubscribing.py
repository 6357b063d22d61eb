"""Ending mails by a link in them, without signing in (RFC 8058)."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing

from parley.base.refusals import NotThere
from parley.base.saying import say
from parley.inbox import preferences
from parley.inbox.models import Mail, Topic
from parley.inbox.topics import CHOSEN

SALT = "parley.inbox.unsubscribing"
DAYS = 400
DIGEST, ALL = "digest", "all"
"""Instead of a topic: all that come in the daily mail; all that can be ended."""
TOPIC = "topic"
ENDS = {
    DIGEST: "This ends the daily mail.", ALL: "This ends all mails but those that we owe you.",
    TOPIC: "This ends mails about “{topic}”.",
}  # fmt: skip
ENDED = {
    DIGEST: "Ended: the daily mail.", ALL: "Ended: all mails but those that we owe you.", TOPIC: "Ended: mails about “{topic}”.",
}  # fmt: skip
UNREADABLE = "This link is not whole, or it is not ours. Open it from the mail once more, or sign in and choose under Notices."
OLD = "This link is too old to be used. Sign in and choose under Notices, or use the link in a newer mail."


@dataclass(frozen=True, slots=True)
class Wish:
    person: int
    scope: str
    """A topic, `DIGEST`, or `ALL`."""

    @property
    def asked(self) -> str:
        """Which mails it ends, before that is done."""
        return self._said(ENDS)

    @property
    def told(self) -> str:
        """The same, when it is done."""
        return self._said(ENDED)

    def _said(self, sentences: dict[str, str]) -> str:
        if self.scope in {DIGEST, ALL}:
            return say(sentences[self.scope])
        return say(sentences[TOPIC], topic=say(Topic(self.scope).label))


def address_for(person: int, scope: str) -> str:
    """A path that ends these mails; whoever has the mail has it."""
    return path_of(signing.dumps([person, scope], salt=SALT))


def path_of(token: str) -> str:
    return f"/notices/mail/{token}"


def read(token: str) -> Wish:
    """Raises `NotThere` with a sentence for what is altered, made up, or too old."""
    try:
        person, scope = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 3600)
    except signing.SignatureExpired:
        raise NotThere(OLD, "old-link") from None
    except (signing.BadSignature, ValueError, TypeError):
        raise NotThere(UNREADABLE, "no-such-link") from None
    return Wish(person, scope)


def end(wish: Wish, *, everything: bool = False) -> None:
    """Doing it twice is doing it once."""
    topics: list[Topic] = list(CHOSEN)
    if not everything and wish.scope == DIGEST:
        topics = [topic for topic, way in preferences.of(wish.person).items() if way == Mail.DIGEST]
    elif not everything and wish.scope != ALL:
        topics = [Topic(wish.scope)]
    preferences.silence(wish.person, topics)


def headers(person: int, scope: str) -> dict[str, str]:
    """By which mail programs offer to end these mails."""
    url = f"{settings.ADDRESS}{address_for(person, scope)}"
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def foot(person: int, scope: str) -> str:
    """The last lines of a mail that can be ended."""
    ends = f"{settings.ADDRESS}{address_for(person, scope)}"
    choose = say("Choose which mails you get: {address}", address=f"{settings.ADDRESS}/notices/settings")
    return f"\n-- \n{choose}\n{say('No more mails like this one: {address}', address=ends)}\n"
