"""Pictures that one has posted, as they were drawn anew; also those that were cut."""

from base64 import b64encode
from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.people.models import Person
from parley.texts import pictures


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(pictures.of_person(person).defer("content", "small")):
        yield {
            "address": each.url, "width": each.width, "height": each.height, "at": at(each.created_at),
            "webp": b64encode(pictures.content_of(each, is_small=False)).decode(),
        }  # fmt: skip


KIND = Kind(
    name="pictures", about="The pictures that you posted, each as WebP in Base64.", rows=rows, tells=("texts.Picture.person",)
)  # fmt: skip
