"""A seed's preview as rows."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.urls import reverse

from parley.base.retelling import retold
from parley.base.saying import counted, later_counted, say
from parley.seeds.queries import cut_to_setting
from parley.web import rows
from parley.web.pages import rule_rows
from parley.web.pages.preview_sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from parley.groups.models import Group
    from parley.seeds.models import Seed

ELSEWHERE = (
    "The page names this address as its own, though it stood at another. Check that it is the article’s. It stood at {address}."
)
RULES_HINT = "One sentence or line each, for this discussion only. “Read again” shows how each would be kept."


def preview(sheet: Sheet, errors: "Mapping[str, str]", duplicate: "Seed | None") -> rows.PreviewRow:
    article, text, yours = _article(sheet, errors), _text(sheet, errors), _yours(sheet, errors)
    shown = {row.name for row in (*article, text, *yours)}
    return rows.PreviewRow(
        action=reverse("seed_preview"), token=str(sheet.typed.token), seen=sheet.seen, article=article, text=text, yours=yours,
        dropped=_dropped(sheet), picture=_picture(sheet), keep_picture=sheet.typed.keep_picture,
        shown=_how_much(sheet), rules=_rules(sheet) if sheet.group else None, gaps=tuple(map(retold, sheet.conflicts)),
        duplicate=_duplicate(duplicate) if duplicate else None,
        errors=(*(sentence for name, sentence in errors.items() if name not in shown), *_pointer(errors, shown)),
    )  # fmt: skip


def _pointer(errors: "Mapping[str, str]", shown: set[str]) -> list[str]:
    """One sentence above for what stands beside the fields."""
    marked = [name for name in errors if name in shown]
    if not marked:
        return []
    return [counted("One field needs another look below.", "{count} fields need another look below.", len(marked))]


def _field(sheet: Sheet, errors: "Mapping[str, str]", name: str, label: str, **more: object) -> rows.FieldRow:
    """A field with what was typed and what is the matter with it."""
    wrong = (errors[name],) if name in errors else ()
    return rows.FieldRow(name=name, label=label, value=getattr(sheet.typed, name), errors=wrong, **more)  # type: ignore[arg-type] # fields of the row


def _article(sheet: Sheet, errors: "Mapping[str, str]") -> tuple[rows.FieldRow, ...]:
    typed = sheet.typed
    beside = sheet.original if sheet.original != typed.headline else ""
    found = [_field(sheet, errors, "headline", say("Headline"), beside=beside, language=typed.language)]
    if not sheet.original:
        hint = say("Only where yours differs; readers are told that it was changed.")
        found.append(_field(sheet, errors, "original_headline", say("Headline at the source"), hint=hint, is_optional=True))
    day_kind = "text" if "published" in errors else "date"
    licence = say("Where one is stated at the source, such as CC BY 4.0.")
    return (
        *found,
        _field(sheet, errors, "bylines", say("Written by"), kind="area", rows=2, hint=say("One name a line."), is_optional=True),
        _field(sheet, errors, "source_name", say("Source"), hint=say("Who published it."), is_optional=True),
        _field(sheet, errors, "canonical_url", say("Address at the source"), kind="url", hint=_elsewhere(sheet),
               is_optional=bool(typed.text)),
        _field(sheet, errors, "published", say("Published"), kind=day_kind, is_optional=True),
        _field(sheet, errors, "language", say("Language"), hint=say("Its code, such as en or de."), is_optional=True),
        _field(sheet, errors, "licence", say("Licence"), hint=licence, is_optional=True),
        *_caption(sheet, errors),
    )  # fmt: skip


def _caption(sheet: Sheet, errors: "Mapping[str, str]") -> "Iterable[rows.FieldRow]":
    """What stands below the picture; nothing where there is none."""
    if not (_picture(sheet) or sheet.typed.caption or sheet.typed.credit):
        return ()
    return (
        _field(sheet, errors, "caption", say("Caption of the picture"), is_optional=True),
        _field(sheet, errors, "credit", say("Credit of the picture"), is_optional=True),
    )


def _elsewhere(sheet: Sheet) -> str:
    """A hint where a page claims another site's address."""
    stood = sheet.reading.address if sheet.reading else ""
    hosts = {urlsplit(address).netloc.removeprefix("www.") for address in (stood, sheet.typed.canonical_url) if address}
    return say(ELSEWHERE, address=stood) if stood and len(hosts) > 1 else ""


def _text(sheet: Sheet, errors: "Mapping[str, str]") -> rows.FieldRow:
    hint, label = say("Blank lines between paragraphs. Take out what does not belong to the article."), say("Text of the article")
    return _field(sheet, errors, "text", label, kind="area", rows=14, hint=hint, language=sheet.typed.language)


def _yours(sheet: Sheet, errors: "Mapping[str, str]") -> tuple[rows.FieldRow, ...]:
    return (
        group_field(sheet.groups, sheet.typed.group, errors.get("group", "")),
        _field(sheet, errors, "remark", say("Your remark"), kind="area", rows=3, is_optional=True,
               hint=say("What you say about the article. It stands apart from its text.")),
        _field(sheet, errors, "tags", say("Tags"), is_optional=True, hint=say("Put a comma between.")),
        _field(sheet, errors, "prose", say("Your own rules for this seed"), kind="area", rows=6, is_optional=True,
               hint=say(RULES_HINT)),
    )  # fmt: skip


def group_field(groups: "Iterable[Group]", chosen: str, error: str = "") -> rows.FieldRow:
    """The groups somebody is in; the only one is chosen, among several nobody is asked to notice a default."""
    found = list(groups)
    choices = [rows.ChoiceRow(value=each.name, label=each.title, is_chosen=each.name == chosen) for each in found]
    if len(found) != 1 and not any(choice.is_chosen for choice in choices):
        choices.insert(0, rows.ChoiceRow(value="", label=say("Choose a group"), is_chosen=True))
    return rows.FieldRow(
        name="group", label=say("Group"), kind="select", value=chosen, choices=tuple(choices), errors=(error,) if error else ()
    )


def _dropped(sheet: Sheet) -> tuple[rows.DroppedRow, ...]:
    """Counted from one, as the form sends them."""
    return tuple(
        rows.DroppedRow(index=number + 1, line=each.line, why=say(each.why), is_restored=number in sheet.typed.restored)
        for number, each in enumerate(sheet.article.dropped)
    )


def _picture(sheet: Sheet) -> rows.Picture | None:
    kept = sheet.reading.picture if sheet.reading else None
    if kept is None:
        return None
    address = reverse("reading_picture", kwargs={"key": sheet.typed.token})
    return rows.Picture(url=address, width=kept.width, height=kept.height, alt=sheet.typed.caption)


def _rules(sheet: Sheet) -> rows.RulesBox:
    origins = {"site": say("site"), "group": sheet.group.title if sheet.group else "", "seed": say("yours")}
    intro = say("Publishing confirms your lines, each kept as it says here.") if sheet.book.lines else ""
    return rule_rows.box(sheet.combined, origins, title=say("House rules this seed will have"), intro=intro)


def _how_much(sheet: Sheet) -> str:
    """What readers will see of the text, by the same function that shows it to them."""
    if sheet.group is None:
        return say("Choose a group to see how much of this text it shows.")
    title, is_full = sheet.group.title, sheet.group.show == "full"
    shown = cut_to_setting(sheet.typed.text, sheet.group, sheet.typed.licence)
    if sheet.group.show == "link":
        return say(NO_TEXT, group=title)
    if shown.is_whole:
        said = counted(*(ALL_UNDER_LICENCE if is_full and shown.licence else ALL), shown.all_words, group=title)
    else:
        said = say(FIRST_WORDS, group=title, shown=shown.shown_words, all=shown.all_words)
    needs = is_full and not shown.licence
    return f"{said} {say('{group} shows whole texts only under a stated licence.', group=title)}" if needs else said


ALL = later_counted("{group} shows the one word of this text.", "{group} shows all {count} words of this text.")
ALL_UNDER_LICENCE = later_counted(
    "{group} shows the one word of this text under the licence you state.",
    "{group} shows all {count} words of this text under the licence you state.",
)
FIRST_WORDS = "{group} shows the first {shown} of {all} words. The rest is shown to nobody."
NO_TEXT = "{group} shows no text of articles: headline, source, and the link. This text is shown to nobody."


def _duplicate(seed: "Seed") -> rows.NoticeRow:
    return rows.NoticeRow(
        text=say("{group} already talks about this article.", group=seed.group.title), link=say("Go to the discussion"),
        url=seed.url, is_refusal=True,
    )  # fmt: skip
