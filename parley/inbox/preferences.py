"""How each member wants to be told."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from parley.base.refusals import Invalid
from parley.groups.models import Role
from parley.inbox.models import Hour, Mail, Notice, Preference, Topic, What
from parley.inbox.topics import CHOSEN, TOPIC_OF, USUAL, WHATS
from parley.people.models import Person

USUAL_HOUR = 6
"""UTC."""


def of(person: int) -> dict[Topic, Mail]:
    """By topic, those that nobody can choose among them."""
    said = dict(Preference.objects.filter(person=person).values_list("topic", "mail"))
    return {topic: Mail(said.get(topic, USUAL[topic])) for topic in Topic}


def concerning(actor: Person) -> list[Topic]:
    """Those that can be chosen and can reach him: who runs nothing is asked nothing about it."""
    roles, is_staff = set(actor.group_roles.values()), actor.is_site_mod
    reach = {Topic.MODERATING: is_staff or bool(roles & {Role.MOD, Role.OWNER}), Topic.OWNING: is_staff or Role.OWNER in roles}
    return [topic for topic in CHOSEN if reach.get(topic, True)]


def hour_of(person: int) -> int:
    """At which the daily mail is wanted (UTC)."""
    return next(iter(Hour.objects.filter(person=person).values_list("hour", flat=True)), USUAL_HOUR)


def way_of(person: int, what: str) -> Mail:
    topic = TOPIC_OF[What(what)]
    said = Preference.objects.filter(person=person, topic=topic).values_list("mail", flat=True)
    return Mail(next(iter(said), USUAL[topic]))


def wanting(notices: QuerySet[Notice], mail: Mail) -> QuerySet[Notice]:
    """Those of which their receivers want to hear in this way."""
    topic = Case(*(When(what__in=whats, then=Value(str(name))) for name, whats in WHATS.items()))
    said = Preference.objects.filter(person=OuterRef("person"), topic=OuterRef("topic"))
    usual = [name for name, way in USUAL.items() if way == mail]
    return notices.annotate(topic=topic).filter(Exists(said.filter(mail=mail)) | (Q(topic__in=usual) & ~Exists(said)))


@transaction.atomic
def choose(*, actor: Person, chosen: Mapping[str, str], hour: str) -> None:
    """For each topic that can be chosen, a way of mail. Raises `Invalid` for what is none, and changes nothing then."""
    if not set(chosen) <= set(CHOSEN) or not set(chosen.values()) <= set(Mail.values):
        raise Invalid("Choose for each line one of the ways that stand there.", "no-such-way", field="mail")
    if hour not in {str(each) for each in range(24)}:
        raise Invalid("Choose an hour from 0 to 23.", "no-such-hour", field="hour")
    _keep(actor.pk, {Topic(topic): Mail(way) for topic, way in chosen.items()})
    Hour.objects.update_or_create(person=actor, defaults={"hour": int(hour)})


@transaction.atomic
def silence(person: int, topics: Iterable[Topic]) -> None:
    """No more mail of these; what is owed goes on."""
    _keep(person, {topic: Mail.NONE for topic in topics if topic in CHOSEN})


def _keep(person: int, ways: Mapping[Topic, Mail]) -> None:
    rows = [Preference(person_id=person, topic=topic, mail=way) for topic, way in ways.items()]
    Preference.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person", "topic"], update_fields=["mail"]
    )
