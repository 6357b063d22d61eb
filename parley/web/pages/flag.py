"""Flagging a comment or a seed, and what a seeder may hide until a mod has ruled."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from parley.base.decisions import no
from parley.base.refusals import NotAllowed, Refusal
from parley.moderation import flagging, lines, policy
from parley.people.queries import actor_of
from parley.seeds.queries import seed_for
from parley.texts import services as texts
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages.asked import whole
from parley.web.pages.reply import crumbs, no_entry
from parley.web.pages.seed_rows import how

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment


@takes("GET", "POST")
def comment_flag(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    comment = comment_for(actor_of(request), comment_id)
    return _flag(request, comment, comment.seed, f"comment {comment.number}")


@takes("GET", "POST")
def seed_flag(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    seed = seed_for(actor_of(request), seed_id)
    return _flag(request, seed, seed, "this seed")


@takes("POST")
def show_again(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    comment = comment_for(actor_of(request), comment_id)
    flagging.show_again(actor=actor_of(request), item=comment)
    tell(request, f"Comment {comment.number} is shown again. A mod looks at your flag all the same.")
    return redirect(comment.url)


def _flag(request: HttpRequest, item: "Comment | Seed", seed: "Seed", name: str) -> HttpResponseBase:
    actor = actor_of(request)
    may = policy.may_flag(actor, item, now=timezone.now())
    if may and not lines.lines_of(item):
        may = no("no-rules")
    if not may:
        return no_entry(request, seed, NotAllowed(may.sentence, may.reason))
    if request.method != "POST":
        return _form(request, item, seed, name)
    try:
        made = flagging.flag(actor=actor, item=item, report=_report(request.POST))
    except Refusal as refusal:
        return _form(request, item, seed, name, refusal)
    hidden = " It is hidden until then." if made.hide_id and made.shown_by_id is None else ""
    tell(request, f"Thank you. A mod looks at {name} and you get an answer.{hidden}")
    return redirect(item.url)


def _report(sent: QueryDict) -> flagging.Report:
    words = sent.get("words", "")[:2_000].strip()
    return flagging.Report(
        line=whole(sent.get("line")) or 0,
        words=(words,) if words else (),
        note=sent.get("note", "")[:5_000],
        hides=bool(sent.get("hides")),
    )


def _form(
    request: HttpRequest, item: "Comment | Seed", seed: "Seed", name: str, refusal: Refusal | None = None
) -> HttpResponseBase:
    text, sent, actor = getattr(item, "text", None), request.POST, actor_of(request)
    fields = [
        rows.FieldRow(
            name="line",
            label="Which rule does it break?",
            kind="radios",
            is_required=True,
            choices=tuple(
                rows.ChoiceRow(
                    value=str(each.number),
                    label=f"{each.number}. {each.text}",
                    hint=how(each),
                    is_chosen=sent.get("line") == str(each.number),
                )
                for each in lines.lines_of(item)
            ),
        ),
        rows.FieldRow(
            name="words",
            label="Which words?",
            is_optional=True,
            value=sent.get("words", ""),
            hint="Copy them here, if it is about some words only.",
        ),
        rows.FieldRow(
            name="note",
            label="Anything the mods should know",
            kind="area",
            rows=2,
            is_optional=True,
            value=sent.get("note", ""),
        ),
        *_hiding(actor, item, seed, hides=bool(sent.get("hides"))),
    ]
    return page(
        request,
        "form.html",
        title=f"Flag {name}",
        crumbs=crumbs(seed, f"Flag {name}"),
        action=f"{short_url(item)}/flag",
        fields=fields,
        errors=(refusal.sentence,) if refusal else (),
        submit="Flag it",
        back=item.url,
        status=refusal.status if refusal else 200,
        words=texts.shown(text).html if text else None,
        more="Only mods see who flagged, and that after they have ruled.",
    )


def short_url(item: "Comment | Seed") -> str:
    return item.url if hasattr(item, "number") else f"/s/{item.pk}"


def _hiding(actor: "Person", item: "Comment | Seed", seed: "Seed", *, hides: bool) -> list[rows.FieldRow]:
    """For the seeder, where the group lets seeders hide what is off topic."""
    if not policy.may_hide(actor, item, now=timezone.now()):
        return []
    ruled, agreed = flagging.hiding_record(actor, seed.group_id)
    left = max(seed.group.hides_per_day - flagging.hides_today(actor, seed), 0)
    record = f" Mods agreed with {agreed} of your {ruled} so far." if ruled else ""
    hint = f"Only what breaks a rule about the subject. {left} left today. The log shows it, and the ruling ends it.{record}"
    return [
        rows.FieldRow(
            name="hides", label="Hide it until a mod has ruled", kind="checkbox", value="on" if hides else "", hint=hint
        )
    ]
