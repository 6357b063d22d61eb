"""The shape of what a notice says."""

from dataclasses import dataclass

from django.conf import settings


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
        return f"Hello {name},\n\n{body}\n\n{self.address}\n"
