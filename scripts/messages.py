"""Gathers every sentence that is to be translated from pages and program, and brings the catalogues up to it.

`make messages`: what is new stands there untranslated, what is said no more is gone; `make messages LEFT=1` lists what is left.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "parley" / "locale"
LANGUAGES = ("de", "ar")
SAID_BY = {
    "say": 0, "later": 0, "gettext_lazy": 0, "Invalid": 0, "NotAllowed": 0, "Conflict": 0, "TooLarge": 0, "NotThere": 0,
    "NotAPicture": 0, "NotExtractable": 0, "__init__": 0, "tell": 1, "problem": 2,
}  # fmt: skip
"""What is called with a sentence, and where among its arguments that stands; `counted` and `meant` take two words."""
IN_TEMPLATES: dict[str, Any] = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
OF_ENGINE, OF_KINDS = {"say": 0}, ("title", "asks")
"""What the engine says with a sentence; what each of its kinds says of itself."""
TABLES = {
    "houserules/expressions/telling.py": ("PASSES", "HOLDS", "WITHIN", "NOT_WITHIN"),
    "houserules/keeping.py": ("KEPT",),
    "parley/base/decisions.py": ("SENTENCES",),
    "parley/base/fetching/refusals.py": ("SENTENCES",),
    "parley/base/pictures.py": ("_UNREADABLE",),
    "parley/base/pictures_apart.py": ("TOO_HARD",),
    "parley/base/refusals.py": ("NOTHING_HERE",),
    "parley/exchange/account.py": ("SWEARING",),
    "parley/exchange/automoderator/names.py": (
        "FORBIDDING", "NOT_FORBIDDING", "DOES", "BEHAVES", "NO_SUCH_NAME", "NO_SUCH_POST", "NOT_KNOWN",
    ),
    "parley/exchange/automoderator/rule.py": ("TOO_MANY", "NOTHING"),
    "parley/exchange/automoderator/sayings.py": (
        "NO_CONTRARY", "NOTHING_LISTED", "NO_SUCH_WAY", "CAPITALS", "NOT_INSIDE", "NO_TITLES",
    ),
    "parley/exchange/banning.py": ("NO_LINE", "TOO_MANY"),
    "parley/exchange/documents.py": ("TOO_MUCH",),
    "parley/exchange/encodings.py": ("GUESSED", "NO_TEXT"),
    "parley/exchange/leaving.py": ("ALONE", "ALONE_IN_MANY", "NOT_YET", "TO_BE"),
    "parley/exchange/plain_json.py": ("NO_JSON", "TOO_LARGE"),
    "parley/exchange/rules/automoderator.py": ("TITLE",),
    "parley/exchange/rules/pack.py": (
        "TITLE", "NEWER", "READ_OTHERWISE", "DIFFERS", "DIFFERS_ALLOWED", "NOT_READ", "UNSURE", "PROPOSED",
    ),
    "parley/exchange/rules/text.py": ("TITLE",),
    "parley/exchange/rules/watched_words.py": ("TITLE", "AGAINST", "OTHER", "NO_ACTION"),
    "parley/groups/loosening.py": ("ANSWERED",),
    "parley/groups/models.py": ("NAME_SAYS",),
    "parley/inbox/devices.py": ("UNUSABLE",),
    "parley/inbox/models.py": ("Mail", "Topic", "What"),
    "parley/inbox/owning.py": ("ENDS", "OVER"),
    "parley/inbox/unsubscribing.py": ("ENDED", "ENDS", "OLD", "UNREADABLE"),
    "parley/inbox/wording.py": ("CLOSED", "OUTCOMES"),
    "parley/ledger/wording.py": (
        "ACTS", "OTHERWISE", "ENDED", "SUBJECTS", "DECIDERS", "DECIDED", "BY_NAME", "NOTHING", "VALUES",
    ),
    "parley/moderation/casework.py": ("LATEST", "BY_ITSELF"),
    "parley/moderation/mass.py": ("WHY_NOT",),
    "parley/moderation/models.py": ("Basis", "Reach", "Sort"),
    "parley/moderation/recusal.py": ("SENTENCES",),
    "parley/people/devices.py": ("A_BROWSER", "A_PASSKEY", "ON"),
    "parley/people/models.py": ("A_FORMER_MEMBER",),
    "parley/rulebooks/choices.py": ("KEEPINGS",),
    "parley/rulebooks/services.py": ("OVERTAKEN", "GONE", "MEANWHILE", "TURNED_UP", "TURNED_DOWN"),
    "parley/seeds/extraction/apart.py": ("TOO_SLOW",),
    "parley/seeds/extraction/article.py": ("Why",),
    "parley/seeds/extraction/page.py": ("NOTHING_FOUND", "NOT_A_PAGE", "TOO_LARGE"),
    "parley/seeds/extraction/pasted.py": ("NOTHING_IN_TEXT",),
    "parley/seeds/reading.py": ("NO_PICTURE", "TOO_LARGE"),
    "parley/seeds/together.py": ("NO_DAY", "NO_SOURCE", "NO_TAG"),
    "parley/threads/models.py": ("Way",),
    "parley/threads/newcomers.py": ("NOTHING",),
    "parley/trials/replays.py": ("FAULT",),
    "parley/trials/services.py": ("ALONE", "UNSEEN"),
    "parley/web/pages/account_adapters.py": ("error_messages", "METHODS"),
    "parley/web/pages/account_admission.py": ("INVITERS", "WAYS"),
    "parley/web/pages/account_forms.py": ("LABELS", "NAME_HINT", "PHRASE_HINT"),
    "parley/web/pages/case_rows.py": ("TICKETS", "SCOPES", "GROUNDS", "STEPS", "BY_ITSELF"),
    "parley/web/pages/cases.py": ("SORTS", "WHOSE"),
    "parley/web/pages/figure_evenness.py": ("TITLE", "ASKS", "NOTES", "LEGEND", "HEADS", "ABOUT"),
    "parley/web/pages/figure_rows.py": ("NO_LINE", "BASES", "DECIDERS", "WITHIN", "TERMS", "OF_THEM", "FILLED"),
    "parley/web/pages/figure_words.py": ("FEW", "COUNTS"),
    "parley/web/pages/figures.py": ("PERIODS",),
    "parley/web/pages/front.py": ("FEEDS",),
    "parley/web/pages/group_rows.py": ("TABS", "ROLES", "SHOWN", "ALONE", "TOGETHER", "LABELS", "HINTS", "WAYS"),
    "parley/web/pages/groups.py": ("WAITS", "STAYS"),
    "parley/web/pages/members.py": ("ROLES", "NOW", "WAITS"),
    "parley/web/pages/people.py": ("SITE_ROLES", "TABS"),
    "parley/web/pages/preview.py": ("FIRST",),
    "parley/web/pages/preview_rows.py": ("ELSEWHERE", "FIRST_WORDS", "NO_TEXT", "RULES_HINT"),
    "parley/web/pages/preview_sheet.py": ("LOOK_AGAIN", "LOST"),
    "parley/web/pages/problems.py": ("TITLES", "IN_AGAIN", "OUT_MEANWHILE", "OPEN_FOR_LONG", "OPEN_FOR_LONG_WITH_FILES"),
    "parley/web/pages/replay_rows.py": ("SPANS", "SAYS", "NO_RULING", "ASKED", "COLUMNS"),
    "parley/web/pages/reply.py": ("NOT_NOW",),
    "parley/web/pages/report.py": ("WHAT",),
    "parley/web/pages/rule_drop.py": ("LOST", "DROPPED"),
    "parley/web/pages/rule_rows.py": ("SURENESS",),
    "parley/web/pages/rule_won.py": ("SAID",),
    "parley/web/pages/rules_edit.py": ("CHANGED", "EMPTY", "TAKEN", "BOTH"),
    "parley/web/pages/scale.py": ("FIELDS",),
    "parley/web/pages/search.py": ("ORDERS",),
    "parley/web/pages/seed_body.py": ("STAFF",),
    "parley/web/pages/seed_rows.py": ("ORDERS", "PINNED", "OPEN", "ALSO_KEPT"),
    "parley/web/pages/strain_rows.py": ("SAYS", "HINTS"),
    "parley/web/pages/thread_rows.py": ("FLAG_STATES",),
    "parley/web/pages/tracker.py": ("LABELS", "NOTHING"),
    "parley/web/pages/write_rows.py": ("AFTER", "NO_WAIT"),
    "parley/web/rows/discussion.py": ("label",),
    "parley/web/rows/rules.py": ("title",),
}
"""Names in a file whose values are sentences, said where they are used."""
NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""Catalogues say nothing of when they were made, or each branch would have its own."""


class Found(NamedTuple):
    file: str
    message: Any
    context: str | None = None


def gathered() -> Catalog:
    found = Catalog(project="Parley", creation_date=NEVER, charset="utf-8")
    for file, message, context in (*_of_templates(), *_of_program()):
        found.add(message, locations=[(file, 0)], context=context)
    return found


def _of_templates() -> Iterator[Found]:
    for file in sorted((ROOT / "parley" / "web" / "templates").rglob("*.*")):
        with file.open("rb") as source:
            for _, message, _, context in extract("jinja2.ext:babel_extract", source, IN_TEMPLATES, options=OPTIONS):
                yield Found(_name(file), message, context)


def _of_program() -> Iterator[Found]:
    for file in sorted({*(ROOT / "parley").rglob("*.py"), *(ROOT / "houserules").rglob("*.py")}):
        names, said_by = TABLES.get(_name(file), ()), OF_ENGINE if _name(file).startswith("houserules/") else SAID_BY
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                yield from (Found(_name(file), *each) for each in _said(node, said_by))
            elif isinstance(node, ast.ClassDef) and node.name in names:
                yield from (Found(_name(file), each) for each in _labels(node))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _target(node) in names:
                yield from (Found(_name(file), each) for each in _texts(node.value))


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def _said(call: ast.Call, said_by: Mapping[str, int]) -> Iterator[tuple[Any, str | None]]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = said_by.get(name)
    if name == "Kind":
        yield from ((each, None) for one in call.keywords if one.arg in OF_KINDS for each in _either(one.value))
    if place is not None and len(call.args) > place:
        yield from ((each, None) for each in _either(call.args[place]))
    elif name in {"counted", "later_counted", "meant"} and len(call.args) > 1:
        for one, other in zip(_either(call.args[0]), _either(call.args[1]), strict=True):
            yield (other, one) if name == "meant" else ((one, other), None)


def _either(value: ast.expr) -> list[str]:
    """A sentence, or the two of `one if … else other`; of what is no sentence written out, none."""
    if isinstance(value, ast.IfExp):
        return [*_either(value.body), *_either(value.orelse)]
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


def _target(statement: ast.Assign | ast.AnnAssign) -> str:
    return ast.unparse(statement.targets[0] if isinstance(statement, ast.Assign) else statement.target)


def _labels(choices: ast.ClassDef) -> Iterator[str]:
    """Of stored words: the second of each pair, or the word itself."""
    for each in choices.body:
        if isinstance(each, ast.Assign):
            yield from _texts(each.value.elts[1] if isinstance(each.value, ast.Tuple) else each.value)


def _texts(value: ast.expr) -> Iterator[str]:
    """Of a dict its values, of a call its arguments; an address is no sentence."""
    if isinstance(value, ast.Constant):
        if isinstance(value.value, str) and value.value and not value.value.startswith("/"):
            yield value.value
        return
    inner = {"Dict": "values", "Tuple": "elts", "Call": "args"}.get(type(value).__name__)
    for each in getattr(value, inner) if inner else [value.right] if isinstance(value, ast.BinOp) else []:
        yield from _texts(each)


def path_of(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    """As it stands, or an empty one."""
    if not path_of(language).exists():
        return Catalog(locale=language, project="Parley")
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def write(language: str, found: Catalog) -> None:
    found.creation_date = found.revision_date = NEVER
    found.header_comment = "# Parley's words. `make messages` brings them up to the sources; docs/languages.md says how we translate."
    found.fuzzy, found.version, found.msgid_bugs_address = False, "1", ""
    found.last_translator = found.language_team = "Parley"
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    with path_of(language).open("wb") as file:
        write_po(file, found, width=0, sort_by_file=True, include_lineno=False, ignore_obsolete=True)


def left_in(found: Catalog) -> list[Any]:
    """Ids of what is not translated, or not in all forms."""
    return [each.id for each in found if each.id and not all(_forms(each.string))]


def _forms(said: Any) -> tuple[str, ...]:
    return said if isinstance(said, tuple | list) else (said,)


def main() -> int:
    now = gathered()
    for language in LANGUAGES:
        found = catalogue(language)
        if "--left" not in sys.argv:
            found.update(now, no_fuzzy_matching=True)
            write(language, found)
        left = left_in(found)
        print(f"{language}: {len(found)} sentences, {len(left)} of them untranslated")
        for each in left if "--left" in sys.argv else ():
            print(f"  {each!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
