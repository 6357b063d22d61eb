"""Lists of seeds: the front page, newest, and most discussed; the newest of a group; and what a member seeded and said."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest
from markupsafe import Markup

from parley.base.keys import shows
from parley.base.refusals import NotThere
from parley.base.saying import say
from parley.feeds.answers import feed_page
from parley.feeds.seed import item_of, with_whole_addresses
from parley.feeds.shapes import BEGINNING, MOST, Feed, Item, host, tag_of, whole
from parley.groups.queries import group_for
from parley.people.queries import person_or_none, viewer_of
from parley.seeds import listing, together
from parley.seeds import queries as seeds
from parley.texts import services as texts
from parley.threads import queries as threads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.seeds.models import Seed


@feed_page
def front_feed(request: HttpRequest) -> Feed:
    """In the order of the front page, which readers of feeds sort by time."""
    return _of_site(request, "hot", say("Front page"), "/")


@feed_page
def newest_feed(request: HttpRequest) -> Feed:
    return _of_site(request, "newest", say("Newest"), "/newest")


@feed_page
def discussed_feed(request: HttpRequest) -> Feed:
    return _of_site(request, "discussed", say("Most discussed"), "/discussed")


def _of_site(request: HttpRequest, order: str, title: str, url: str) -> Feed:
    shows(request, "front", "groups")
    found = listing.listed(viewer_of(request), order=order).seeds
    path = "/feed" if url == "/" else f"{url}/feed"
    return Feed(
        title=f"{title} · {host()}", url=whole(url), path=path, tag=tag_of(path), begun_at=BEGINNING, items=_items(found)
    )


@feed_page
def group_feed(request: HttpRequest, name: str) -> Feed:
    viewer = viewer_of(request)
    group = group_for(viewer, name)
    shows(request, f"group/{group.pk}", f"lists/{group.pk}", f"members/{group.pk}")
    found = listing.listed(viewer, order="newest", group=group).seeds
    return Feed(
        title=f"{group.title} · {host()}", url=whole(group.url), path=f"{group.url}/feed",
        tag=tag_of(f"g/{group.pk}", group.created_at), begun_at=group.created_at, items=_items(found),
    )  # fmt: skip


@feed_page
def tag_feed(request: HttpRequest, name: str) -> Feed:
    shows(request, "front", "groups")
    this = together.tag_called(name)
    found = together.tagged(viewer_of(request), this).seeds
    return _of_list(this.name, this.url, found)


@feed_page
def source_feed(request: HttpRequest, domain: str) -> Feed:
    shows(request, "front", "groups")
    viewer = viewer_of(request)
    names = together.names_of(viewer, domain)
    return _of_list(names[0].name, names[0].url, together.from_source(viewer, names).seeds)


def _of_list(title: str, url: str, found: "Sequence[Seed]") -> Feed:
    path = f"{url}/feed"
    return Feed(
        title=f"{title} · {host()}", url=whole(url), path=path, tag=tag_of(path[1:]), begun_at=BEGINNING, items=_items(found)
    )


@feed_page
def person_feed(request: HttpRequest, name: str) -> Feed:
    """Seeds and comments together."""
    viewer, this = viewer_of(request), person_or_none(name)
    if this is None:
        raise NotThere
    shows(request, f"person/{this.pk}", "groups")
    said = threads.by_person(this, viewer, before=None, limit=MOST)
    items = [*_items(seeds.seeded_by(this, viewer, limit=MOST)), *(item_of(each, f"{each.seed.headline} ·") for each in said)]
    newest = sorted(items, key=lambda each: each.at, reverse=True)[:MOST]
    return Feed(
        title=f"{this.name} · {host()}", url=whole(this.url), path=f"{this.url}/feed", tag=tag_of(f"m/{this.pk}", this.date_joined),
        begun_at=this.date_joined, items=newest,
    )  # fmt: skip


def _items(found: "Sequence[Seed]") -> list[Item]:
    return [
        Item(
            title=seed.headline, url=whole(seed.url), tag=tag_of(f"s/{seed.pk}", seed.created_at), html=_said_of(seed),
            at=seed.created_at, changed_at=seed.created_at, author=seed.seeder.name,
        )
        for seed in found
    ]  # fmt: skip


def _said_of(seed: "Seed") -> str:
    """What is open of the article, where it comes from, and what the seeder says of it."""
    source = seed.source.name if seed.source else seed.group.title
    at = Markup('<a href="{}">{}</a>').format(seed.canonical_url, source) if seed.canonical_url else Markup("{}").format(source)
    shown = texts.shown(seed.remark) if seed.remark else None
    remark = Markup("<hr>") + shown.html if shown and not shown.removed_by else Markup()
    where = say("Discussion in {group}", group=seed.group.title)
    talk = Markup('<p>{} · <a href="{}">{}</a></p>').format(at, settings.ADDRESS + seed.url, where)
    opening = Markup().join(Markup("<p>{}</p>").format(each) for each in seeds.opening_shown(seed).split("\n\n") if each)
    return with_whole_addresses(opening + talk + remark)
