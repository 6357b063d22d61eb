"""What marks of cuts say in the reader's language. They are kept in English with the text around them, which is rendered once."""

import re
from datetime import UTC, datetime

from markupsafe import Markup

from parley.base.languages import LANGUAGES, spoken
from parley.base.saying import day, later, moment, say
from parley.ledger.wording import of_kind

TAG = r'(<a class="redacted" href="[^"<>]*" title=")'
"""As `rendering` writes it. Nobody else can: what people write has no `<` but as `&lt;`, and no class."""
CUT = re.compile(TAG + r'Cut by a ([^"<>]{1,40}) for rule (\d{1,6}), “([^"<>]*)” · (\d\d \w{3} \d{4}, \d\d:\d\d) UTC(?=")')
TAKEN_BACK = re.compile(TAG + r'Taken back by its author · (\d\d \w{3} \d{4})(?=")')
"""As `services.title_of` writes them, inside of what was sanitized: what they hold is escaped, and stays so."""
PICTURE = re.compile(r'(?<=<span class="picture-words">)\[Picture: ([^<]*)\](?=</span>)')
"""As `rendering` writes it where a picture is told in words."""


def spoken_marks(html: str) -> Markup:
    if spoken() != next(iter(LANGUAGES)) and ('<a class="redacted"' in html or '<span class="picture-words"' in html):
        html = PICTURE.sub(_picture, TAKEN_BACK.sub(_taken_back, CUT.sub(_cut, html)))
    return Markup(html)  # noqa: S704 -- sanitized when rendered


def _picture(found: re.Match[str]) -> str:
    return say("[Picture: {words}]", words=found[1])


def _cut(found: re.Match[str]) -> str:
    at = datetime.strptime(found[5], "%d %b %Y, %H:%M").replace(tzinfo=UTC)
    said = later("Cut by {decider} for rule {number}, “{words}” · {at} UTC")
    return found[1] + say(said, decider=of_kind(found[2]), number=int(found[3]), words=found[4], at=moment(at))


def _taken_back(found: re.Match[str]) -> str:
    on = datetime.strptime(found[2], "%d %b %Y").replace(tzinfo=UTC)
    return found[1] + say("Taken back by its author · {day}", day=day(on))
