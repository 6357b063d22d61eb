"""Translations are kept as text (`.po`), and compiled (`.mo`) where they are newer than what was compiled of them: at the first start
after an installation or a change, so that nobody has to remember it and no tool beside Python is needed.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

DOMAIN = "django"
"""Django's own name for the catalogue of a project."""


def sources(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def compile_changed(folder: Path) -> None:
    """Where nothing can be written, what was compiled before stays."""
    for source in sources(folder):
        made = source.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            _compile(source, made)


def _compile(source: Path, made: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3], domain=DOMAIN)
    try:
        with NamedTemporaryFile(dir=made.parent, delete=False) as new:
            write_mo(new, catalogue)
        Path(new.name).chmod(0o644)
        os.replace(new.name, made)  # noqa: PTH105 -- others may be reading it
    except OSError:
        return
