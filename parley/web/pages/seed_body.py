"""What a seed's page is for everybody: drawn once, kept, and left open where the reader's own parts stand (seed_layer).

Nothing here knows a reader. Whether he may read the group at all is asked before what is kept is handed to him (`body_for`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.template import engines
from django.utils.http import urlencode

from parley.base.keys import Made, Shelf
from parley.base.languages import spoken
from parley.base.refusals import NotThere
from parley.base.saying import say
from parley.groups import policy as groups
from parley.moderation import queries as moderation
from parley.posting import pictures
from parley.seeds import queries as seeds
from parley.threads import queries as threads
from parley.threads import slices, straining
from parley.web import rows
from parley.web.holes import cut_at, new_marks
from parley.web.packing import SMALL, Piece
from parley.web.pages import group_rows, seed_rows, thread_rows
from parley.web.pages.comment_looks import Drawn
from parley.web.pages.seed_cards import shortened
from parley.web.pages.thread_rows import Reading

if TYPE_CHECKING:
    from datetime import datetime

    from parley.base.decisions import Decision
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment, Strain

STAFF = {"mod": "group mod", "owner": "group owner"}
RUN = 10
"""Comments that are compressed together. One that the reader voted for makes the others of its run be compressed again."""
MOST_WAYS = 8
"""Ways to read one run that are kept: member or not, mod or not, …"""
SHELF = Shelf(megabytes=32)


class Hole(NamedTuple):
    """Where a part of the reader's own stands; its name as in `holes.Marks`."""

    name: str


class Kept(NamedTuple):
    """Of a comment, what decides what somebody may do with it."""

    key: int
    author: int
    path: bytes
    at: "datetime"
    removed_by: int | None
    is_hidden: bool
    is_cut: bool
    is_calm: bool
    is_official: bool
    revision: int

    def bare(self, seed: "Seed") -> "Comment":
        """As policies see it."""
        return threads.bare(
            seed, key=self.key, author_id=self.author, at=self.at, removed_by=self.removed_by, is_calm=self.is_calm,
            revision=self.revision,
        )  # fmt: skip

    @property
    def kind(self) -> tuple[object, ...]:
        """Comments of others that agree in this differ for a reader by their age alone."""
        return self.removed_by is None, self.is_hidden, self.is_cut, self.is_calm, self.revision


@dataclass(slots=True)
class Run:
    """Comments one after the other: `texts` stand behind the holes of each, in turn behind *you* and behind the acts."""

    begins: int
    texts: list[bytes]
    facts: list[tuple[bytes, ...]]
    _ways: dict[tuple[Drawn, ...], Piece] = field(default_factory=dict)

    def filled(self, looks: Sequence[Drawn]) -> bytes | Piece:
        """For these looks of all comments of the page; kept where they tell nothing of a single reader."""
        mine = tuple(looks[self.begins : self.begins + len(self.facts)])
        if (found := self._ways.get(mine)) is not None:
            return found
        if not all(look.is_common for look in set(mine)):
            return self._written(mine)
        piece = Piece(lambda: self._written(mine))
        if len(self._ways) >= MOST_WAYS:
            self._ways.clear()
        self._ways[mine] = piece
        return piece

    def _written(self, looks: Sequence[Drawn]) -> bytes:
        found = [b""] * (len(looks) * 4)
        found[0::4] = [look.is_you for look in looks]
        found[1::4] = self.texts[0::2]
        found[2::4] = [look.acts(facts) for look, facts in zip(looks, self.facts, strict=True)]
        found[3::4] = self.texts[1::2]
        return b"".join(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """`alike`: places of comments of one kind each, oldest first."""

    seed: "Seed"
    head: rows.SeedHead
    search: rows.SearchBox
    strains: "tuple[Strain, ...]"
    comments: Sequence[Kept]
    places: Mapping[int, int]
    by_author: Mapping[int, Sequence[int]]
    alike: Sequence[Sequence[int]]
    pictures: "Decision"
    """Whether comments can show pictures here."""
    sequence: Sequence[bytes | Piece | Hole | Run]
    _bare: "dict[int, Comment]" = field(default_factory=dict)

    def bare(self, place: int) -> "Comment":
        """A comment as policies see it; those that were asked about are asked about again."""
        if place not in self._bare:
            self._bare[place] = self.comments[place].bare(self.seed)
        return self._bare[place]


def body_for(viewer: "Person | None", seed_id: int, *, order: str, after: str) -> Body:
    """Raises `NotThere` alike for none and for one in a group that the viewer may not read."""
    body: Body = SHELF.fresh((seed_id, order, after, spoken()), lambda: _made(seed_id, order, after))
    if not groups.may_read(viewer, body.seed.group):
        raise NotThere
    return body


def keys_of(seed: "Seed") -> tuple[str, ...]:
    return f"seed/{seed.pk}", f"group/{seed.group_id}"


def _made(seed_id: int, order: str, after: str) -> Made:
    seed = seeds.seed_whoever_reads(seed_id)
    part = slices.slice_of(seed, order=order, after=after)
    marks, word = new_marks()
    context = page_of(seed, part, order=order, is_later=bool(after))
    comments = thread_rows.comment_rows(part.comments, Reading(viewer=None, roles=context.pop("roles"), here=_here(part)))
    html = engines["jinja2"].env.get_template("seed.html").render(**context, comments=comments, marks=marks, foot=rows.FootRow())  # type: ignore[attr-defined]
    kept = [_kept(comment, row) for comment, row in zip(part.comments, comments, strict=True)]
    bare = seeds.bare(seed)
    body = Body(
        seed=bare, head=context["seed"], search=context["search"], strains=straining.strains_of(seed), comments=kept,
        places={each.key: place for place, each in enumerate(kept)}, by_author=_by_author(kept), alike=_alike(kept),
        pictures=pictures.allowed_in(seed),
        sequence=_sequence(cut_at(html, word), [_facts(row) for row in comments]),
    )  # fmt: skip
    return Made(body, _size(html, kept), frozenset({*keys_of(seed), "site"}))


def page_of(seed: "Seed", part: slices.Slice, *, order: str, is_later: bool) -> dict[str, Any]:
    """What `seed.html` needs that is the same for everybody, and `roles` of who runs the group."""
    shown, staff = seeds.article_shown(seed), moderation.staff_of(seed)
    beginning = shortened(shown.text)
    return {
        "seed": seed_rows.head(seed, shown), "article": seed_rows.article(seed, shown), "rules": seed_rows.rules_box(seed),
        "toolbar": seed_rows.toolbar(seed, order), "more": _more(seed, order, part.after), "above": thread_rows.trail(part.above),
        "is_part": bool(part.after or is_later), "asides": seed_rows.asides(seed, moderation.figures_of(seed), staff),
        "address": settings.ADDRESS + seed.url, "description": beginning, "search": group_rows.search_box(seed.group),
        "described": seed_rows.described(seed, beginning),
        "feeds": [(say("Comments on {headline}", headline=seed.headline), f"/s/{seed.pk}/feed")],
        "roles": {each.person.pk: say(STAFF[each.role]) for each in staff},
    }  # fmt: skip


def _more(seed: "Seed", order: str, after: str | None) -> rows.MoreRow | None:
    if after is None:
        return None
    asked = {"after": after} if order == "number" else {"order": order, "after": after}
    return rows.MoreRow(url=f"{seed.url}?{urlencode(asked)}#discussion")


def _here(part: slices.Slice) -> dict[int, str]:
    return {each.pk: each.number for each in part.comments}


def _kept(comment: "Comment", row: rows.CommentRow) -> Kept:
    text = comment.text
    return Kept(
        key=comment.pk, author=comment.author_id, path=bytes(comment.path), at=comment.created_at, removed_by=text.removed_by_id,
        is_hidden=thread_rows.is_hidden(text.removed_by), is_cut=row.why_url is not None, is_calm=comment.is_calm,
        is_official=comment.is_official, revision=text.current.number if text.current else 0,
    )  # fmt: skip


def _facts(row: rows.CommentRow) -> tuple[bytes, ...]:
    """As `comment_looks.FIELDS`; the address of an entry is one of ours."""
    return tuple(each.encode() for each in (row.id, row.number, str(row.vote.count), row.why_url or ""))


def _by_author(kept: Sequence[Kept]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(kept):
        found[each.author].append(place)
    return dict(found)


def _alike(kept: Sequence[Kept]) -> list[list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place in sorted(range(len(kept)), key=lambda place: kept[place].at):
        found[kept[place].kind].append(place)
    return list(found.values())


def _sequence(parts: Sequence[str], facts: list[tuple[bytes, ...]]) -> list[bytes | Piece | Hole | Run]:
    """The page cut at its holes, those of comments in runs."""
    found: list[bytes | Piece | Hole | Run] = [_text(parts[0])]
    run: Run | None = None
    place = 0
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        if name == "is_you" and place % RUN == 0:
            run = Run(place, [], facts[place : place + RUN])
            found.append(run)
        if name in {"is_you", "acts"} and run is not None:
            run.texts.append(text.encode())
            place += name == "acts"
        else:
            found += [Hole(name), _text(text)]
    return found


def _text(text: str) -> bytes | Piece:
    whole = text.encode()
    return whole if len(whole) < SMALL else Piece(lambda: whole)


def _size(html: str, kept: Sequence[Kept]) -> int:
    """In memory, about: the page, some ways of it compressed, and what is known of each comment."""
    return len(html.encode()) * 2 + len(kept) * 2000
