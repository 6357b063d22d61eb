"""The shape of what a notice says."""

from dataclasses import dataclass

from django.conf import settings

from parley.base.saying import say
from parley.base.shortening import shortened

MOST_EXCERPT = 200


def excerpt(plain: str) -> str:
    """The beginning of somebody's words, where they are long."""
    return shortened(plain, MOST_EXCERPT)


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    """One sentence."""
    lines: tuple[str, ...]
    url: str
    """Where to read on; a path."""

    @property
    def address(self) -> str:
        """The whole one."""
        return f"{settings.ADDRESS}{self.url}"

    def as_mail(self, name: str) -> str:
        """Plain text, with whole addresses."""
        body = "\n\n".join(self.lines)
        return say("Hello {name},", name=name) + f"\n\n{body}\n\n{self.address}\n"
