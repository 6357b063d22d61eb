"""Putting together the archive of a member's own data: JSON Lines and a README, as one zip."""

import json
from collections.abc import Iterable
from datetime import UTC
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.utils import timezone

from parley.base.jobs import heartbeat, slow_job
from parley.exchange.own_data import Row, kinds
from parley.people import archives
from parley.people.models import Archive, Person

AT_ONCE = 200
"""Rows between two signs of life."""
README = """\
What {site} knows of you, {name}, as of {at:%-d %B %Y, %H:%M} UTC.

Each file has one thing a line, as JSON (https://jsonlines.org), in UTF-8; times are in UTC (ISO 8601), addresses are those of pages
of the site. What you wrote is here as you wrote it, also what was cut of it; of others there is nothing but what you could see.

{files}
What is not here: your password, which the site has as a hash alone; what you did as a mod or an owner, which stands in the public log
at {site}/log; and who voted for you, flagged you, or blocked you, which nobody is told.
"""


def ask(*, actor: Person) -> Archive:
    """Raises nothing: asking twice is asking once."""
    archive, is_new = archives.ask(actor=actor)
    if is_new:
        make.enqueue(str(archive.pk))
    return archive


@slow_job
def make(key: str) -> None:
    """May run twice, and begins anew where it died."""
    archive = archives.to_make(key)
    if archive is None:
        return
    with TemporaryFile() as whole:
        write(archive.person, whole)
        whole.seek(0)
        archives.store(archive, whole)


def write(person: Person, whole: IO[bytes]) -> None:
    """Any number of rows takes the same memory."""
    with ZipFile(whole, "w", ZIP_DEFLATED) as packed:
        files = "".join(f"{kind.name}.jsonl\n    {kind.about}\n" for kind in kinds())
        now = timezone.now().astimezone(UTC)
        packed.writestr("README.txt", README.format(site=settings.ADDRESS, name=person.username, at=now, files=files))
        for kind in kinds():
            with packed.open(f"{kind.name}.jsonl", "w", force_zip64=True) as file:
                _lines(kind.rows(person), file)


def _lines(rows: Iterable[Row], file: IO[bytes]) -> None:
    for count, row in enumerate(rows):
        if count % AT_ONCE == 0:
            heartbeat()
        file.write(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")
