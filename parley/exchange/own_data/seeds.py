"""Articles that were seeded, with the seeder's remark, and what was read for him and not seeded yet."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.exchange.written import counts_of, place_of, wordings
from parley.people.models import Person
from parley.seeds.models import Reading, Seed


def rows(person: Person) -> Iterator[Row]:
    found = Seed.objects.filter(seeder=person).select_related("group", "source", "remark")
    for each in keyed(found.prefetch_related("tags", "remark__revisions")):
        yield {
            "what": "seed", "address": each.url, "at": at(each.created_at), **place_of(person, each), "headline": each.headline,
            "original_headline": each.original_headline, "source": each.source.name if each.source else None,
            "article": each.canonical_url, "bylines": each.bylines, "published": at(each.published_date), "language": each.language,
            "caption": each.caption, "credit": each.credit, "licence": each.licence, "tags": [tag.name for tag in each.tags.all()],
            "remark": wordings(each.remark), **counts_of(person, each, comments=each.comment_count, votes=each.vote_count),
        }  # fmt: skip
    for each in keyed(Reading.objects.filter(person=person).defer("raw_page")):
        yield {"what": "read for you and not seeded", "at": at(each.created_at), "article": each.address}


KIND = Kind(
    name="seeds", about="Articles that you seeded, with what you said of them.", rows=rows,
    tells=("seeds.Seed.seeder", "seeds.Reading.person"),
)  # fmt: skip
