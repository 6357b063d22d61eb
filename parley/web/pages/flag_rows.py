"""The form of a flag: what it sent, and its rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils import timezone

from parley.base.refusals import Refusal
from parley.base.saying import later, say
from parley.moderation import flagging, lines, policy
from parley.moderation.items import seed_of, text_of
from parley.texts import services as texts
from parley.web import rows
from parley.web.pages.asked import whole
from parley.web.pages.seed_rows import how

if TYPE_CHECKING:
    from django.http import QueryDict
    from typing_extensions import TypeIs

    from houserules import NumberedLine
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment

LONGEST_WORDS = 25_000
SETTLED = later("A mod has ruled on this. It can be flagged again for another rule, or when it was edited since.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFlag:
    """`words`: one passage a line, as they were marked; `revision`: key of that wording, None for the present one."""

    line: int | None = None
    words: str = ""
    revision: int | None = None
    note: str = ""
    hides: bool = False
    is_mine: bool = False
    """It stands already, so that sending it changes it."""

    @classmethod
    def by(cls, data: "QueryDict") -> Self:
        return cls(
            line=whole(data.get("line")), words=data.get("words", "").replace("\r\n", "\n").strip()[:LONGEST_WORDS],
            revision=whole(data.get("revision")), note=data.get("note", ""), hides="hides" in data,
        )  # fmt: skip

    @classmethod
    def standing(cls, actor: "Person", item: "Comment | Seed") -> Self:
        """The actor's own flag as he sent it, or an empty one."""
        mine = flagging.standing_flag(actor, item)
        if mine is None:
            return cls()
        return cls(line=mine.line_number, words="\n".join(flagging.words_of(mine, item)), note=mine.note, is_mine=True)

    def as_report(self) -> flagging.Report:
        words = [each.replace(texts.MARK, " ").strip() for each in self.words.split("\n")]
        words = [each for each in words if each]
        return flagging.Report(line=self.line or 0, words=words, revision=self.revision, note=self.note, hides=self.hides)


def is_comment(item: "Comment | Seed") -> "TypeIs[Comment]":
    return item is not seed_of(item)


def flag_row(actor: "Person", item: "Comment | Seed", sent: SentFlag, refusal: Refusal | None) -> rows.FlagRow:
    seed, named, text = seed_of(item), is_comment(item), text_of(item)
    field = getattr(refusal, "field", "")
    state = flagging.flagging_in(actor, seed, [item.pk] if is_comment(item) else []).state(item.pk if is_comment(item) else 0)
    return rows.FlagRow(
        action=f"{item.url}/flag" if named else f"/s/{seed.pk}/flag", cancel_url=item.url,
        title=say("Flag comment {number}", number=item.number) if is_comment(item) else say("Flag this seed"),
        lines=tuple(_choice(line, sent.line) for line in lines.lines_of(item)), words=sent.words, note=sent.note,
        revision=str(sent.revision or (text and text.current_id) or ""), can_mark=named or seed.remark is not None,
        errors=(refusal.sentence,) if refusal else (), is_mine=sent.is_mine,
        note_errors=(refusal.sentence,) if refusal and field == "note" else (),
        settled=say(SETTLED) if state == "settled" else "",
        hide=_hide(actor, item, sent) if is_comment(item) else None,
    )  # fmt: skip


def _choice(line: "NumberedLine", chosen: int | None) -> rows.ChoiceRow:
    return rows.ChoiceRow(
        value=str(line.number), label=f"{line.number}. {line.text}", hint=how(line), is_chosen=line.number == chosen
    )


def _hide(actor: "Person", item: "Comment", sent: SentFlag) -> rows.HideRow | None:
    """For the seeder, where a line lets him."""
    found = [line.number for line in lines.lines_of(item) if any(each.kind == flagging.OFF_TOPIC for each in line.clauses)]
    if not found or not policy.may_hide(actor, item, now=timezone.now()):
        return None
    ruled, agreed = flagging.hiding_record(actor, item.seed.group_id)
    return rows.HideRow(
        lines=tuple(found), left=flagging.hides_left(actor, item.seed), most=item.seed.group.hides_per_day, ruled=ruled,
        agreed=agreed, is_chosen=sent.hides,
    )  # fmt: skip
