"""The page on which rules are written: words and their reading, choices, remarks, a text to try, and the replay."""

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from houserules import RuleBook
from houserules.linting import Remark, lint
from parley.base.refusals import Refusal
from parley.base.retelling import retold
from parley.base.saying import counted, day, say
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import choices, services
from parley.rulebooks import queries as rulebooks
from parley.trials import services as trials
from parley.web import rows
from parley.web.answers import page
from parley.web.pages import replay_rows, rule_rows, trying
from parley.web.pages.asked import whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

    from parley.rulebooks.models import Version
    from parley.web.pages.rule_places import Place

MOST_REMARKED = 300
"""Lines."""


def typed(post: "QueryDict") -> str:
    """The prose of the form."""
    return post.get("prose", "").replace("\r\n", "\n").strip()


@dataclass(frozen=True, slots=True)
class Writing:
    """What stands in the form: words, the version they start from (0: none), and how they were read, if they were."""

    prose: str
    after: int
    book: RuleBook | None
    newest: "Version | None"
    refusal: Refusal | None = None
    is_kept: bool = False
    note: str = ""

    @classmethod
    def by(cls, post: "QueryDict", newest: "Version | None") -> Self:
        """As it was typed."""
        said = post.get("version", "")
        after = 0 if said == "0" else whole(said)
        started = after if after is not None and after < 10**9 else (newest.number if newest else 0)
        return cls(typed(post), started, None, newest)

    def with_book(self, book: RuleBook) -> Self:
        """Read: the words are those of the reading, which pasted markup is not."""
        had_markup = book.prose != self.prose and "<" in self.prose
        note = say("It came with a page’s markup; its words were kept.") if had_markup else ""
        return replace(self, prose=book.prose, book=book, is_kept=True, note=note)

    def refused(self, refusal: Refusal, newest: "Version | None") -> Self:
        return replace(self, refusal=refusal, newest=newest)

    @property
    def reading(self) -> RuleBook:
        """Of words that were read."""
        assert self.book is not None  # noqa: S101 -- whoever asks has read them
        return self.book

    @property
    def is_stale(self) -> bool:
        """Whether somebody published meanwhile."""
        return self.after != (self.newest.number if self.newest else 0)


def words_digest(book: RuleBook) -> str:
    """Names a prose as it was read, so that only what its author saw is confirmed."""
    return hashlib.sha256(f"{book.engine}\n{book.prose}".encode()).hexdigest()[:16]


def form(request: "HttpRequest", place: "Place", writing: Writing) -> "HttpResponse":
    """The page, with whatever is the matter."""
    refusal = writing.refusal
    tried = trying.tried(request.POST.get("try", ""), place.with_draft(writing.book) if writing.book else None, place.group)
    return page(
        request, "rules_edit.html", status=refusal.status if refusal else 200, book=_row(request, place, writing), tried=tried,
        newer=writing.newest if writing.is_stale else None, theirs=_theirs(place, writing), chosen=_chosen(place, writing),
        import_url=f"{place.url}/import",
        title=place.title, url=place.url, **place.frame(viewer_of(request)),
    )  # fmt: skip


def _row(request: "HttpRequest", place: "Place", writing: Writing) -> rows.BookRow:
    book, errors = writing.book, rule_rows.errors_of(writing.refusal)
    declined = rulebooks.declined_draft(actor_of(request), place.book())
    row = rows.BookRow(
        action=f"{place.url}/edit", version=str(writing.after), errors=errors, is_stale=writing.is_stale,
        in_force=_in_force(writing.newest), can_drop=writing.is_kept, note=writing.note,
        declined_by=declined.declined_by.name if declined and declined.declined_by else "",
        declined_because=tuple(declined.declined_because.splitlines()) if declined else (),
        prose=rows.FieldRow(name="prose", label=say("House rules"), kind="area", rows=8 if writing.book else 12, value=writing.prose),
    )  # fmt: skip
    return row if book is None else _with_reading(request, place, row, book)


def _with_reading(request: "HttpRequest", place: "Place", row: rows.BookRow, book: RuleBook) -> rows.BookRow:
    gaps = services.conflicts_with_wider(place.group, book, scope="group") if place.group else []
    first = place.first_line()
    remarks = tuple(retold(remark.sentence) for remark in _lint(place, book) if max(remark.lines, default=first) >= first)
    replay = replay_rows.shown(actor_of(request), place, book)
    signs, clauses = _signs(place, book), rule_rows.clause_rows(book, is_draft=True)
    return replace(
        row, reading=words_digest(book), changed=tuple(services.changes(services.reading_of(place.newest()), book)),
        gaps=tuple(map(retold, gaps)), remarks=remarks, pieces=rule_rows.pieces(book, first=first),
        clauses=clauses, replay=replay, replay_days=replay_rows.days(request.POST, replay),
        signs=signs, confirms=_confirms(book, len(clauses), signs=bool(signs)), experts=_experts(book),
        has_expressions=bool(choices.expressions(book)),
    )  # fmt: skip


def _confirms(book: RuleBook, clauses: int, *, signs: bool) -> str:
    if clauses:
        return counted(
            "Confirm {count} clause and ask for a signature" if signs else "Confirm {count} clause and put in force",
            "Confirm {count} clauses and ask for a signature" if signs else "Confirm {count} clauses and put in force",
            clauses,
        )
    if book.lines:
        return say("Confirm the lines and ask for a signature" if signs else "Confirm the lines and put in force")
    return say("Confirm that no rule is left and ask for a signature" if signs else "Confirm that no rule is left and put in force")


def _experts(book: RuleBook) -> tuple[rows.FieldRow, ...]:
    """An expression for each line that software does not read."""
    said, texts = choices.expressions(book), {line.number: line.text for line in book.lines}
    return tuple(
        rows.FieldRow(name=f"expression-{name}", label=texts[number], kind="text", value=said.get(name, ""), is_optional=True)
        for number, name in choices.line_names(book).items()
    )


def _lint(place: "Place", book: RuleBook) -> tuple[Remark, ...]:
    """Of very long rules none: some remarks look at every two lines together."""
    return lint(place.with_draft(book)) if len(book.lines) <= MOST_REMARKED else ()


def _signs(place: "Place", book: RuleBook) -> str:
    """What is said of a second owner's signature."""
    above = place.group.signed_above if place.group else None
    if above is None or not trials.needs_signature(place.group, place.book(), book):
        return ""
    if above == 0:
        return say("A second owner signs before it is in force.")
    return counted(
        "A second owner signs before it is in force, unless a replay shows that at most {count} member’s comments change side.",
        "A second owner signs before it is in force, unless a replay shows that at most {count} members’ comments change side.",
        above,
    )


def _theirs(place: "Place", writing: Writing) -> list[tuple[str, str]]:
    """What somebody else published meanwhile, line by line from the version that both started from."""
    if not writing.is_stale or writing.newest is None:
        return []
    started = place.version(writing.after)
    return rule_rows.difference(started.prose if started else "", writing.newest.prose)


def _chosen(place: "Place", writing: Writing) -> list[str]:
    """What they chose otherwise, in sentences."""
    theirs = services.reading_of(writing.newest) if writing.is_stale else None
    return services.changes(services.reading_of(place.version(writing.after)), theirs) if theirs else []


def _in_force(newest: "Version | None") -> str:
    if newest is None:
        return say("No version is in force yet.")
    since = day(newest.created_at, long=True)
    return say("Version {number}, by {name}, is in force since {day}.", number=newest.number, name=newest.author.name, day=since)
