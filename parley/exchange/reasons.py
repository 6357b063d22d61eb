"""Rulings as the European Commission's transparency database takes statements of reasons (Art. 17 and 24(5) of the Digital Services
Act, EU 2022/2065).

Fields, words, and lengths: “API Documentation” and “Additional Explanation For Statement Attributes” of that database, at
https://transparency.dsa.ec.europa.eu/page/api-documentation, and its source, github.com/digital-services-act/transparency-database.
A record is made from what is public of a ruling: no words of its author, no name, no headline, no address, and no note of a mod,
since the database forbids personal data and a note may hold some.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation

from parley.base.decisions import Decision, require
from parley.base.refusals import Invalid
from parley.groups import policy as groups
from parley.groups.models import Group, Suspension, Visibility
from parley.moderation.models import Basis, Ruling, Sort, Ticket
from parley.moderation.statements import detected
from parley.people.models import Person
from parley.rulebooks.policy import may_write_site

Record = dict[str, str | list[str]]
FIELDS = (
    "decision_visibility", "decision_visibility_other", "end_date_visibility_restriction", "decision_monetary",
    "decision_monetary_other", "end_date_monetary_restriction", "decision_provision", "end_date_service_restriction",
    "decision_account", "end_date_account_restriction", "account_type", "decision_ground", "decision_ground_reference_url",
    "illegal_content_legal_ground", "illegal_content_explanation", "incompatible_content_ground",
    "incompatible_content_explanation", "incompatible_content_illegal", "category", "category_addition",
    "category_specification", "category_specification_other", "content_type", "content_type_other", "content_language",
    "content_date", "content_id", "territorial_scope", "application_date", "decision_facts", "source_type", "source_identity",
    "automated_detection", "automated_decision", "puid",
)  # fmt: skip
"""Of the database, all of them, so that a file has the same columns whatever it holds."""
OWN_FIELDS = ("parley_status", "parley_withdrawn_date")
"""Ours, in the register of all rulings: what has no place in the database."""
EEA = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
).split()
"""A ruling reaches as far as the site is read."""
CATEGORIES = {
    "category-insult": "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    "personal-data": "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
    "debunked-claim": "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
}
"""By kind of clause, only where the kind means what the category says. Everything else breaks house rules and no more."""
HOUSE_RULES = "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"
RESTRICTIONS = {
    "redact": ("DECISION_VISIBILITY_OTHER", "Single words were removed. The rest stays visible."),
    "remove": ("DECISION_VISIBILITY_CONTENT_REMOVED", ""),
    "unlist": ("DECISION_VISIBILITY_CONTENT_DEMOTED", ""),
    "no-breach": ("DECISION_VISIBILITY_OTHER", "No restriction: no breach of the rules was found."),
}
"""By action. The last is no restriction: it stands in the register alone."""
DONE = {
    "redact": "Words that break a line of the house rules were removed from it; the rest stays readable.",
    "remove": "It breaks a line of the house rules and was removed whole; answers to it stay.",
    "unlist": "It breaks a line of the house rules and was taken off the front page and the lists; its address stays.",
    "no-breach": "It was looked at, no breach of the house rules was found, and nothing was done.",
}
EARLIEST, LATEST = date(2020, 1, 1), date(2100, 12, 31)
"""The database takes no decision from before the first."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Rulings given on these days, both included (UTC). `group` None: of all public groups. What is said in private groups is not
    disseminated to the public, so the duty to report does not reach it (recital 14); their owners may make their own report.
    """

    first: date
    last: date
    group: Group | None = None
    restrictions_only: bool = False
    """For the database: without rulings that found nothing, and without our own fields. Otherwise the register of all rulings."""

    @property
    def fields(self) -> tuple[str, ...]:
        return FIELDS if self.restrictions_only else (*FIELDS, *OWN_FIELDS)

    def within(self, name: str, seed: str = "seed") -> Q:
        """Whether the time `name` is in the period, and the group (of the discussion at `seed`) wanted."""
        start = datetime.combine(self.first, time(), UTC)
        end = datetime.combine(self.last, time(), UTC) + timedelta(days=1)
        group = {f"{seed}__group": self.group} if self.group else {f"{seed}__group__visibility": Visibility.PUBLIC}
        return Q(**{f"{name}__gte": start, f"{name}__lt": end}, **group)


def may_report(actor: Person | None, group: Group | None) -> Decision:
    """An owner on his group, an admin on the site."""
    return groups.may_own(actor, group) if group else may_write_site(actor)


def wanted_by(actor: Person | None, *, group: Group | None, first: str, last: str, restrictions_only: bool) -> Wanted:
    """What somebody asked for, as typed; raises `NotAllowed`, then what `period` raises."""
    require(may_report(actor, group))
    begin, end = period(first, last)
    return Wanted(first=begin, last=end, group=group, restrictions_only=restrictions_only)


def period(first: str, last: str) -> tuple[date, date]:
    """Two dates as typed; raises `Invalid` with a sentence that names the field."""
    begin, end = _day(first, "from"), _day(last, "to")
    if begin > end:
        raise Invalid("The first day comes after the last. Turn them round.", "dates-turned", field="to")
    return begin, end


def _day(typed: str, field: str) -> date:
    try:
        found = date.fromisoformat(typed) if len(typed) == 10 else None  # YYYY-MM-DD, not the shorter ways of ISO
    except ValueError:
        found = None
    if found is None:
        raise Invalid("Give a day as year, month, and day: 2026-01-31.", "no-date", field=field)
    if not EARLIEST <= found <= LATEST:
        raise Invalid("Give a day between 2020 and 2100.", "date-far", field=field)
    return found


def records(wanted: Wanted) -> Iterator[Record]:
    """In the order in which they were given; one query for every 500, so that any number of them takes the same memory."""
    found, after = _rulings(wanted), 0
    while batch := list(found.filter(pk__gt=after)[:AT_ONCE]):
        for ruling in batch:
            record = record_of(ruling)
            yield {name: record[name] for name in wanted.fields}
        after = batch[-1].pk


def _rulings(wanted: Wanted) -> QuerySet[Ruling]:
    found = Ruling.objects.filter(wanted.within("created_at")).select_related(
        "entry", "undone_by", "comment", "seed__group", "suspension__lifted_by", "ticket"
    ).prefetch_related("appealed_in")
    found = found.exclude(action="no-breach") if wanted.restrictions_only else found
    return found.order_by("pk")


def record_of(ruling: Ruling) -> Record:
    """Of a ruling that comes with its entries, comment, seed, group, suspension, ticket, and appeal. In English, whoever asks."""
    with translation.override("en"):
        return _record_of(ruling)


def _record_of(ruling: Ruling) -> Record:
    visibility, other = RESTRICTIONS[ruling.action]
    because = ruling.entry.because
    withdrawn = _date(ruling.undone_by.at) if ruling.undone_by else ""
    record: Record = dict.fromkeys((*FIELDS, *OWN_FIELDS), "")
    record |= _suspension(ruling.suspension)
    record |= {
        "decision_visibility": [visibility],
        "decision_visibility_other": other,
        "end_date_visibility_restriction": withdrawn,
        "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        "decision_ground_reference_url": _rules_url(ruling),
        "incompatible_content_ground": fitting(f"Line {because['number']} of the house rules: “{because['text']}”", 500),
        "incompatible_content_explanation": fitting(_explanation(ruling), 2000),
        "category": CATEGORIES.get(because.get("kind", ""), HOUSE_RULES),
        "content_type": ["CONTENT_TYPE_TEXT"],
        "content_date": _date((ruling.comment or ruling.seed).created_at),
        "territorial_scope": list(EEA),
        "application_date": _date(ruling.created_at),
        "decision_facts": fitting(_facts(ruling), 5000),
        "source_type": "SOURCE_TYPE_OTHER_NOTIFICATION" if ruling.is_flagged else "SOURCE_VOLUNTARY",
        "automated_detection": "Yes" if ruling.is_pointed else "No",
        "automated_decision": "AUTOMATED_DECISION_NOT_AUTOMATED",
        "puid": f"ruling-{ruling.pk}",
        "parley_status": "withdrawn" if withdrawn else "no restriction" if ruling.action == "no-breach" else "standing",
        "parley_withdrawn_date": withdrawn,
    }
    return record


def fitting(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _date(at: datetime) -> str:
    return at.astimezone(UTC).date().isoformat()


def _rules_url(ruling: Ruling) -> str:
    """Of the rules that were applied. A seed's own rules have no address but beside the seed, which would lead to its author."""
    group = ruling.seed.group
    ends = {"site": "/rules", "group": f"{group.url}/rules"}
    end = ends.get(ruling.entry.because.get("book", ""))
    return f"{settings.ADDRESS}{end}" if end else ""


def _suspension(suspension: Suspension | None) -> Record:
    """From the site it is the account's, from a group or a discussion a part of the service's."""
    if suspension is None:
        return {}
    ends = (suspension.lifted_by.at if suspension.lifted_by else None, suspension.agreed_at, suspension.ends_at)
    end = min((each for each in ends if each), default=None)
    ended = _date(end) if end else ""
    if suspension.group_id is None:
        return {"decision_account": "DECISION_ACCOUNT_SUSPENDED", "end_date_account_restriction": ended}
    return {"decision_provision": "DECISION_PROVISION_PARTIAL_SUSPENSION", "end_date_service_restriction": ended}


def _explanation(ruling: Ruling) -> str:
    by = {
        Basis.FIRED: "Software found what the line names, and a person agreed.",
        Basis.JUDGED: "A person judged by the line.",
        Basis.DISCRETION: "A person decided within the discretion that the line gives.",
    }[Basis(ruling.basis)]
    if ruling.action == "no-breach":
        return f"It does not break this line. {by}"
    return f"It breaks this line, which held when it was posted. {by}"


def _facts(ruling: Ruling) -> str:
    """Whatever Art. 17(3) asks for and the database has no field for, redress among it."""
    kind = "comment" if ruling.comment_id else "link to an article, with a remark,"
    ticket: Ticket | None = getattr(ruling, "ticket", None)
    sentences = (
        f"A {kind} was posted in a discussion. {DONE[ruling.action]}",
        detected(is_pointed=ruling.is_pointed, is_flagged=ruling.is_flagged),
        f"Who decided: {ruling.entry.decider}.",
        "Nobody who could decide was free of a part in it." if ruling.is_involved else "",
        f"The author got a ticket: {Sort(ticket.sort).label.lower()}, {ticket.points} points." if ticket else "",
        _redress(ruling),
        f"The ruling was withdrawn on {_date(ruling.undone_by.at)}; what it did is undone." if ruling.undone_by else "",
    )
    return " ".join(each for each in sentences if each)


def _redress(ruling: Ruling) -> str:
    appeal = next(iter(ruling.appealed_in.all()), None)
    if appeal is not None:
        if appeal.decided_at is None:
            return "Redress: an appeal is open."
        return f"Redress: an appeal was {'granted' if appeal.is_granted else 'refused'} on {_date(appeal.decided_at)}."
    if ruling.appeal_until is None or ruling.action == "no-breach":
        return ""
    return f"Redress: an appeal until {_date(ruling.appeal_until)}, out-of-court settlement, and the courts."
