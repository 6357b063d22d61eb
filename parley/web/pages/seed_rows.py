"""A seed's page as rows: head, article, red box, and what stands beside."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from houserules import Clause, Keeping, NumberedLine, how_kept
from houserules.keeping import KEPT
from parley.base.saying import counted, say
from parley.moderation import policy as moderation
from parley.seeds import policy as promoting
from parley.seeds.queries import rules_for
from parley.texts import services as texts
from parley.web import rows
from parley.web.pages.seed_cards import picture_row, source_name, tag_rows, vote_state
from parley.web.pages.thread_rows import flag_label, flag_state, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.moderation.queries import Figures, Staff
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.seeds.queries import ShownArticle

WORDS_A_MINUTE = 230
MOST_MODS = 12
ORDERS = {"number": "In order", "votes": "Most voted", "newest": "Newest"}


def head(seed: "Seed", article: "ShownArticle") -> rows.SeedHead:
    """For nobody yet."""
    return rows.SeedHead(
        headline=seed.headline, original_headline=seed.original_headline if seed.is_headline_changed else "",
        source_name=source_name(seed), source_url=seed.canonical_url or None, bylines=tuple(seed.bylines),
        seeder=seed.seeder.name, seeder_url=seed.seeder.url, seeded_at=seed.created_at, published=seed.published_date,
        group_title=seed.group.title, group_url=seed.group.url, vote=vote_state(seed, None, has_voted=False),
        minutes=round(article.all_words / WORDS_A_MINUTE), language=seed.language,
        remark=texts.shown(seed.remark).plain if seed.remark else "", tags=tag_rows(seed),
        unlisted=_unlisted(seed), all_of_source=seed.source.url if seed.source else "",
    )  # fmt: skip


def head_for(viewer: "Person | None", row: rows.SeedHead, seed: "Seed", *, has_voted: bool, flagged: str) -> rows.SeedHead:
    """With what is the reader's own."""
    may_promote = promoting.may_promote(viewer, seed) or promoting.may_take_off(viewer, seed)
    may_flag = bool(moderation.may_flag(viewer, seed, now=timezone.now()))
    return replace(
        row, vote=vote_state(seed, viewer, has_voted=has_voted), flag_state=flag_state(flagged), flag_label=flag_label(flagged),
        flag_url=f"/s/{seed.pk}/flag" if may_flag else None, is_on_front=not seed.waits_for_front,
        promote_url=f"/s/{seed.pk}/promote" if may_promote else None,
    )  # fmt: skip


def _unlisted(seed: "Seed") -> tuple[str, str] | None:
    """Why it stands in no list any more, and the entry that says so."""
    entry = seed.unlisted_by
    if entry is None:
        return None
    return say("rule {number}, “{words}”", number=entry.because["number"], words=entry.because["text"]), entry.address_of_entry


def article(seed: "Seed", shown: "ShownArticle") -> rows.ArticleRow:
    """As much as the group's setting allows."""
    return rows.ArticleRow(
        html=paragraphs(shown.text) if shown.text else None, shown_words=shown.shown_words, all_words=shown.all_words,
        rest_url=seed.canonical_url or None, licence=shown.licence, language=seed.language,
        picture=picture_row(seed.picture, seed), caption=seed.caption, credit=seed.credit,
    )  # fmt: skip


ALSO_KEPT = ("done for you", "allowed", "in shadow: counted, and nothing follows")
"""What the engine says beside `KEPT`; here for its translators."""
PINNED = "Set by {names} before the first comment; they cannot change while the discussion runs."
OPEN = "Set by {names} and frozen with the first comment."


def rules_box(seed: "Seed") -> rows.RulesBox:
    """The red box: the pinned lines, or before the first comment those in force now."""
    origins = {"site": say("site"), "group": seed.group.title, "seed": seed.seeder.name}
    lines = rules_for(seed).lines
    by = [origins[origin] for origin in ("seed", "group") if any(line.origin == origin for line in lines)] or [say("the site")]
    names = by[0] if len(by) == 1 else say("{one} and {other}", one=by[0], other=by[1])
    return rows.RulesBox(
        rows=tuple(
            rows.RuleRow(number=line.number, text=line.text, how=how(line), origin=origins[line.origin]) for line in lines
        ),
        intro=say(PINNED if seed.pinned_at else OPEN, names=names) if lines else "",
        url=f"/s/{seed.pk}/rules" if lines else None,
    )  # fmt: skip


def how(line: NumberedLine) -> str:
    """How a line is kept, in the words of each of its clauses once."""
    kept = [_how(line, clause) for clause in line.clauses]
    return say(", ").join(dict.fromkeys(kept)) or say(KEPT[Keeping.PEOPLE])


def _how(line: NumberedLine, clause: Clause) -> str:
    """A clause in shadow does nothing for readers: people keep it."""
    if clause.key in line.lifted_by:
        return say("lifted by line {number}", number=line.lifted_by[clause.key])
    return say(KEPT[Keeping.PEOPLE] if clause.shadow else how_kept(clause))


def toolbar(seed: "Seed", order: str) -> rows.ThreadRow:
    """Every order starts anew; the first one is the page's own address."""
    orders = tuple(
        rows.TabRow(label=say(label), is_here=name == order, url=f"{seed.url}{query}#discussion")
        for name, label in ORDERS.items()
        for query in ("" if name == "number" else f"?order={name}",)
    )
    return rows.ThreadRow(
        comments=seed.comment_count, orders=orders, feed_url=feed_url(seed), live_url=f"/s/{seed.pk}/live",
    )  # fmt: skip


def asides(seed: "Seed", figures: "Figures", staff: "Sequence[Staff]") -> list[rows.AsideBox]:
    """What this discussion is by now, and who can rule in it."""
    found = [
        counted("{count} person", "{count} people", figures.people) if figures.people else "",
        counted("{count} comment", "{count} comments", seed.comment_count) if seed.comment_count else "",
        counted("{count} redaction", "{count} redactions", figures.redactions) if figures.redactions else "",
        counted("{count} removal", "{count} removals", figures.removals) if figures.removals else "",
    ]
    text = " · ".join(each for each in found if each)
    mods = tuple(rows.AsideRow(label=each.person.name, url=each.person.url, note=_part_of(each)) for each in staff[:MOST_MODS])
    rest, url = len(staff) - MOST_MODS, f"{seed.group.url}/members"
    ways = {say("Log of the group"): f"{seed.group.url}/log", say("Feed"): feed_url(seed)}
    return [
        rows.AsideBox(title=say("This discussion"), rows=(
            rows.AsideRow(label=text or say("Nobody has said anything yet.")),
            *(rows.AsideRow(label=label, url=url) for label, url in ways.items()),
        )),
        rows.AsideBox(title=say("Group mods"), rows=mods,
                      more=rows.AsideRow(label=say("{count} more", count=rest), url=url) if rest > 0 else None),
    ]  # fmt: skip


def _part_of(staff: "Staff") -> str:
    return say("takes part here and so cannot rule") if staff.takes_part else ""


def described(seed: "Seed", text: str) -> dict[str, Any]:
    """For machines: schema.org's DiscussionForumPosting. `text`: what is open of the article's beginning."""
    author = {"@type": "Person", "name": seed.seeder.name} | ({"url": settings.ADDRESS + seed.seeder.url} if seed.seeder.url else {})
    said = {
        "@context": "https://schema.org", "@type": "DiscussionForumPosting", "headline": seed.headline, "text": text or seed.headline,
        "url": settings.ADDRESS + seed.url, "datePublished": seed.created_at.isoformat(), "author": author,
        "commentCount": seed.comment_count, "inLanguage": seed.language,
        "isPartOf": {"@type": "WebPage", "name": seed.group.title, "url": settings.ADDRESS + seed.group.url},
        "sharedContent": {"@type": "WebPage", "url": seed.canonical_url} if seed.canonical_url else "",
    }  # fmt: skip
    return {name: value for name, value in said.items() if value != ""}


def feed_url(seed: "Seed") -> str:
    return f"/s/{seed.pk}/feed.atom"
