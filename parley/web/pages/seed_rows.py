"""A seed's page as rows: head, article, red box, and what stands beside."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from houserules import Clause, Keeping, NumberedLine, how_kept
from houserules.keeping import KEPT
from parley.moderation import policy as moderation
from parley.seeds import policy as promoting
from parley.seeds.queries import rules_for
from parley.texts import services as texts
from parley.web import rows
from parley.web.pages.seed_cards import picture_row, tag_rows, vote_state
from parley.web.pages.thread_rows import FLAG_STATES, flag_label, paragraphs

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
        row, vote=vote_state(seed, viewer, has_voted=has_voted), flag_state=FLAG_STATES[flagged], flag_label=flag_label(flagged),
        flag_url=f"/s/{seed.pk}/flag" if may_flag else None, is_on_front=not seed.waits_for_front,
        promote_url=f"/s/{seed.pk}/promote" if may_promote else None,
    )  # fmt: skip


def _unlisted(seed: "Seed") -> tuple[str, str] | None:
    """Why it stands in no list any more, and the entry that says so."""
    entry = seed.unlisted_by
    return (f"rule {entry.because['number']}, “{entry.because['text']}”", entry.address_of_entry) if entry else None


def source_name(seed: "Seed") -> str:
    return seed.source.name if seed.source else "no source named"


def article(seed: "Seed", shown: "ShownArticle") -> rows.ArticleRow:
    """As much as the group's setting allows."""
    return rows.ArticleRow(
        html=paragraphs(shown.text) if shown.text else None, shown_words=shown.shown_words, all_words=shown.all_words,
        rest_url=seed.canonical_url or None, licence=shown.licence, language=seed.language,
        picture=picture_row(seed.picture, seed), caption=seed.caption, credit=seed.credit,
    )  # fmt: skip


def rules_box(seed: "Seed") -> rows.RulesBox:
    """The red box: the pinned lines, or before the first comment those in force now."""
    origins = {"site": "site", "group": seed.group.title, "seed": seed.seeder.name}
    lines = rules_for(seed).lines
    by = [origins[origin] for origin in ("seed", "group") if any(line.origin == origin for line in lines)] or ["the site"]
    pinned = "before the first comment; they cannot change while the discussion runs."
    still = "and frozen with the first comment."
    return rows.RulesBox(
        rows=tuple(
            rows.RuleRow(number=line.number, text=line.text, how=how(line), origin=origins[line.origin]) for line in lines
        ),
        intro=f"Set by {' and '.join(by)} {pinned if seed.pinned_at else still}" if lines else "",
        url=f"/s/{seed.pk}/rules" if lines else None,
    )  # fmt: skip


def how(line: NumberedLine) -> str:
    """How a line is kept, in the words of each of its clauses once."""
    kept = [_how(line, clause) for clause in line.clauses]
    return ", ".join(dict.fromkeys(kept)) or "people decide"


def _how(line: NumberedLine, clause: Clause) -> str:
    """A clause in shadow does nothing for readers: people keep it."""
    if clause.key in line.lifted_by:
        return f"lifted by line {line.lifted_by[clause.key]}"
    return KEPT[Keeping.PEOPLE] if clause.shadow else how_kept(clause)


def toolbar(seed: "Seed", order: str) -> rows.ThreadRow:
    """Every order starts anew; the first one is the page's own address."""
    orders = tuple(
        rows.TabRow(label=label, is_here=name == order, url=f"{seed.url}{'' if name == 'number' else f'?order={name}'}#discussion")
        for name, label in ORDERS.items()
    )
    return rows.ThreadRow(
        comments=seed.comment_count, orders=orders, feed_url=feed_url(seed), live_url=f"/s/{seed.pk}/live",
    )  # fmt: skip


def asides(seed: "Seed", figures: "Figures", staff: "Sequence[Staff]") -> list[rows.AsideBox]:
    """What this discussion is by now, and who can rule in it."""
    counted = [(figures.people, "person", "people"), (seed.comment_count, "comment", "comments"),
               (figures.redactions, "redaction", "redactions"), (figures.removals, "removal", "removals")]  # fmt: skip
    text = " · ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in counted if count)
    mods = tuple(rows.AsideRow(label=each.person.name, url=each.person.url, note=_part_of(each)) for each in staff[:MOST_MODS])
    rest = len(staff) - MOST_MODS
    ways = {"Log of the group": f"{seed.group.url}/log", "Feed": feed_url(seed)}
    return [
        rows.AsideBox(title="This discussion", rows=(
            rows.AsideRow(label=text or "Nobody has said anything yet."),
            *(rows.AsideRow(label=label, url=url) for label, url in ways.items()),
        )),
        rows.AsideBox(title="Group mods", rows=mods,
                      more=rows.AsideRow(label=f"{rest} more", url=f"{seed.group.url}/members") if rest > 0 else None),
    ]  # fmt: skip


def _part_of(staff: "Staff") -> str:
    return "takes part here and so cannot rule" if staff.takes_part else ""


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
