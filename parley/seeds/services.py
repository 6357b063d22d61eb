"""Writing seeds. Publishing one with its rules is `posting`'s; here it is stored."""

import re
import unicodedata
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from parley.base.cleaning import clean, clean_line, has_words
from parley.base.events import tell
from parley.base.keys import purge, renew
from parley.base.pictures import Picture as Drawn
from parley.base.prepared import Prepared, PreparedChange
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.groups.models import Group
from parley.ledger.models import Entry
from parley.people.models import Person
from parley.rulebooks.models import Book
from parley.seeds.addresses import normal_form
from parley.seeds.events import SeedListed, SeedPublished
from parley.seeds.extraction.headline import without_publisher
from parley.seeds.extraction.sites import as_names, domain_word
from parley.seeds.models import Article, Picture, Seed, Source, Tag
from parley.seeds.queries import versions_for
from parley.seeds.rankings import discussed, hot
from parley.seeds.stories import story_of
from parley.texts.events import TextsChanged
from parley.texts.models import Text

MOST_TAGS = 8


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A seed as its seeder confirmed it in the preview; every field by itself (R1.2). `headline_read`: the headline as it was
    read out of the page, where it was.
    """

    headline: str
    original_headline: str = ""
    headline_read: str = ""
    bylines: tuple[str, ...] = ()
    source_name: str = ""
    canonical_url: str = ""
    published_date: date | None = None
    language: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    article: str = ""
    dropped: list[dict[str, object]] = field(default_factory=list)
    raw_page: bytes = b""
    picture: Drawn | None = None
    tags: tuple[str, ...] = ()


MOST_SLUG = 70
TAKEN = frozenset({
    "", "coach", "draft", "edit", "flag", "follow", "history", "live", "log", "mute", "news", "next", "picture", "promote", "read",
    "reply", "rules", "seen", "strain", "vote",
})  # fmt: skip
"""What stands behind a seed's number in addresses of other pages, now or foreseeably."""


def slug_of(headline: str) -> str:
    """Letters, digits and hyphens, for the address of the page; `seed` where nothing is left or an act has that address."""
    plain = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(slug) > MOST_SLUG:
        slug = slug[:MOST_SLUG].rpartition("-")[0] or slug[:MOST_SLUG]
    return "seed" if slug in TAKEN else slug


def domain_of(url: str) -> str:
    found = re.match(r"https?://(?:www\.)?([^/:?#@]+)", url)
    return found[1].lower()[:253] if found else ""


def _source(draft: Draft) -> Source | None:
    domain = domain_of(draft.canonical_url)
    name = clean_line(draft.source_name)[:120]
    if not domain and not name:
        return None
    source, _ = Source.objects.get_or_create(domain=domain or f"name:{name.casefold()}"[:253], name=name or domain[:120])
    return source


def _is_headline_changed(draft: Draft) -> bool:
    """Taking the publisher's name off changes nothing, and what was read out of the page is the source's own."""
    headline, original = clean_line(draft.headline), clean_line(draft.original_headline)
    names = as_names(draft.source_name, domain_of(draft.canonical_url), domain_word(draft.canonical_url))
    return original not in {"", headline} and headline not in {clean_line(draft.headline_read), without_publisher(original, names)}


def keep_picture(drawn: Drawn | None) -> Picture | None:
    if drawn is None:
        return None
    picture, _ = Picture.objects.get_or_create(
        digest=drawn.digest,
        defaults={
            "content_type": drawn.content_type,
            "width": drawn.width,
            "height": drawn.height,
            "content": drawn.data,
        },
    )
    return picture


def checked(draft: Draft) -> Draft:
    """Shape of a draft; raises `Invalid` naming the field."""
    if not has_words(clean_line(draft.headline)):
        raise Invalid("Give the article a headline.", "empty", field="headline")
    if len(draft.headline) > 300:
        raise Invalid("Shorten the headline to 300 characters.", "too-long", field="headline")
    if draft.canonical_url and (len(draft.canonical_url) > 2000 or not domain_of(draft.canonical_url)):
        raise Invalid("The address has to start with http:// or https://.", "bad-address", field="canonical_url")
    if len(draft.article) > 400_000:
        raise Invalid("The article is too long to keep: 400,000 characters fit.", "too-long", field="text")
    if not draft.canonical_url and not clean(draft.article).strip():
        raise Invalid("A seed needs the address of its article, or its text.", "empty", field="canonical_url")
    if len(draft.tags) > MOST_TAGS or any(len(tag) > 40 for tag in draft.tags):
        raise Invalid(say("Up to {most} tags fit, each of at most 40 characters.", most=MOST_TAGS), "too-many", field="tags")
    return draft


@transaction.atomic
def store(
    *,
    seeder: Person,
    group: Group,
    draft: Draft,
    remark: Text | None,
    book: Book | None,
    created_at: datetime,
    form_key: UUID | None,
) -> Seed:
    """The seed with its article, source, picture, and tags. Rights and duplicates are checked by the caller."""
    headline, body = clean_line(draft.headline), clean(draft.article).strip()
    address = normal_form(draft.canonical_url) or draft.canonical_url
    seed = Seed.objects.create(
        group=group,
        seeder=seeder,
        source=_source(draft),
        headline=headline,
        original_headline=clean_line(draft.original_headline)[:300],
        is_headline_changed=_is_headline_changed(draft),
        slug=slug_of(draft.headline),
        bylines=[clean_line(name)[:120] for name in draft.bylines if name.strip()][:12],
        canonical_url=address,
        story=story_of(headline=headline, address=address, domain=domain_of(address), body=body, at=created_at),
        published_date=draft.published_date,
        language=draft.language[:12],
        picture=keep_picture(draft.picture),
        caption=clean_line(draft.caption)[:600],
        credit=clean_line(draft.credit)[:200],
        licence=clean_line(draft.licence)[:200],
        remark=remark,
        book=book,
        waits_for_front=group.is_participating,
        created_at=created_at,
        form_key=form_key,
        hot=hot.score(created_at=created_at, votes=0, comments=0),
    )
    raw = zlib.compress(draft.raw_page) if draft.raw_page else None
    Article.objects.create(seed=seed, body=body, dropped=draft.dropped, raw_page=raw)
    names = sorted({clean_line(tag).lstrip("#").casefold() for tag in draft.tags} - {""})
    seed.tags.set([Tag.objects.get_or_create(name=name)[0] for name in names])
    renew(*keys_of(seed), "groups")
    tell(SeedPublished(seed.pk, seeder.pk))
    return seed


def keys_of(seed: Seed) -> tuple[str, ...]:
    """Of the pages on which it is seen (`parley.base.keys`)."""
    return f"seed/{seed.pk}", f"lists/{seed.group_id}", "front", f"person/{seed.seeder_id}"


def count(seed: Seed, *, comments: int = 0, people: int = 0, votes: int = 0) -> None:
    """Add to the counters, and to `hot` and `discussed` what follows from them. The seed is locked by the caller, so that it has
    them as they are.
    """
    seed.comment_count += comments
    seed.people_count += people
    seed.vote_count += votes
    seed.hot = hot.score(created_at=seed.created_at, votes=seed.vote_count, comments=seed.comment_count)
    seed.discussed = discussed.score(created_at=seed.created_at, comments=seed.comment_count, people=seed.people_count)
    COUNTED(seed.pk, seed.comment_count, seed.people_count, seed.vote_count, seed.hot, seed.discussed)
    renew(*keys_of(seed))


def _counted(key: int, comments: int, people: int, votes: int, *scores: float) -> tuple[QuerySet[Seed], dict[str, float]]:
    counters = {"comment_count": comments, "people_count": people, "vote_count": votes, "hot": scores[0], "discussed": scores[1]}
    return Seed.objects.filter(pk=key), counters


COUNTED = PreparedChange(_counted, int, int, int, int, float, float)


def texts_changed(told: TextsChanged) -> None:
    """Remarks are seen wherever their seed is."""
    for seed in Seed.objects.filter(remark__in=told.keys).only("group", "seeder"):
        purge(*keys_of(seed))


def lock(seed: Seed) -> Seed:
    """The seed anew, locked until the transaction ends."""
    found: Seed = LOCKED.first(seed.pk)
    return found


def _locked(key: int) -> QuerySet[Seed]:
    found = Seed.objects.select_for_update(of=("self",)).select_related("group", "seeder", "source", "remark__current")
    return found.filter(pk=key)


LOCKED = Prepared(_locked, int)


def pin(seed: Seed, *, at: datetime) -> None:
    """Freeze the versions that hold in this discussion from its first comment or flag on; later ones change nothing. `seed` is
    locked.
    """
    if seed.pinned_at is not None:
        return
    seed.site_version_id, seed.group_version_id, seed.seed_version_id = versions_for(seed)
    seed.pinned_at = at
    seed.save(update_fields=["pinned_at", "site_version", "group_version", "seed_version"])
    purge(*keys_of(seed))


def turn_down(seed: Seed, clause: str, keeping: str) -> None:
    """Keep a clause (“version/clause”) more weakly in this discussion. `seed` is locked."""
    seed.turned_down = {**seed.turned_down, clause: keeping}
    seed.save(update_fields=["turned_down"])
    purge(*keys_of(seed))


def unlist(seed: Seed, entry: Entry) -> None:
    """Off the front page and every list. `seed` is locked."""
    seed.unlisted_by = entry
    seed.save(update_fields=["unlisted_by"])
    purge(*keys_of(seed))
    tell(SeedListed(seed.pk))


def list_again(seed: Seed, entry: Entry) -> None:
    """End what `entry` did, and nothing else. `seed` is locked."""
    if seed.unlisted_by_id == entry.pk:
        seed.unlisted_by = None
        seed.save(update_fields=["unlisted_by"])
        purge(*keys_of(seed))
        tell(SeedListed(seed.pk))
