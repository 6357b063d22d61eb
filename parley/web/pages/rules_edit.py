"""Writing house rules: prose in, its reading beside it, and nothing in force that its author has not confirmed."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect

from houserules import RuleBook
from parley.base.decisions import require
from parley.base.refusals import Conflict, Invalid, NotThere, Refusal
from parley.base.saying import say
from parley.groups import queries as groups
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import choices, pasting, services
from parley.rulebooks import queries as rulebooks
from parley.rulebooks.merging import merge
from parley.trials import queries as trial_queries
from parley.trials import replays
from parley.trials import services as trials
from parley.web.answers import tell
from parley.web.methods import takes
from parley.web.pages import replay_rows, rule_choices, rule_draft, rule_drop
from parley.web.pages.rule_draft import Writing, words_digest
from parley.web.pages.rule_places import Place
from parley.web.pages.rule_won import with_won

if TYPE_CHECKING:
    from parley.rulebooks.models import Draft

CHANGED = "You changed the words after they were read. Here is the new reading: look at it, then confirm."
EMPTY = "Write at least one rule, then have it read."
TAKEN = "{name}’s changes stand in your text now. Read it through, then confirm."
BOTH = "{name}’s changes stand in your text now. Where you both changed the same line, theirs stands first and yours below: keep one."


@takes("GET", "POST")
def site_rules_edit(request: HttpRequest) -> HttpResponseBase:
    return _edit(request, Place(None))


@takes("GET", "POST")
def group_rules_edit(request: HttpRequest, name: str) -> HttpResponseBase:
    return _edit(request, Place(groups.group_for(viewer_of(request), name)))


@takes("GET")
def site_replay(request: HttpRequest) -> HttpResponseBase:
    return _replay(request, Place(None))


@takes("GET")
def group_replay(request: HttpRequest, name: str) -> HttpResponseBase:
    return _replay(request, Place(groups.group_for(viewer_of(request), name)))


def _replay(request: HttpRequest, place: Place) -> HttpResponse:
    """How far the reader's own replay is, for the page that shows it."""
    require(place.may_write(viewer_of(request)))
    replay = trial_queries.newest_replay(place.book(), actor_of(request))
    if replay is None:
        raise NotThere
    return JsonResponse(replay_rows.progress(replay))


def _edit(request: HttpRequest, place: Place) -> HttpResponse:
    require(place.may_write(viewer_of(request)))
    draft = rulebooks.draft_of(viewer_of(request), place.book())
    if request.method != "POST":
        return rule_draft.form(request, place, _begun(place, draft))
    if "drop" in request.POST:
        return rule_drop.drop(request, place, draft)
    writing = Writing.by(request.POST, place.newest())
    try:
        writing = writing.with_book(_read(request, place, writing.prose, draft))
        draft = services.keep_draft(actor=actor_of(request), group=place.group, book=writing.reading, after=writing.after)
        return _acted(request, place, writing, draft)
    except Refusal as refusal:
        return rule_draft.form(request, place, writing.refused(refusal, place.newest()))


def _begun(place: Place, draft: "Draft | None") -> Writing:
    """What was being written, or else the rules in force."""
    newest = place.newest()
    if draft is not None:
        return Writing(draft.prose, draft.after, services.reading_of(draft), newest, is_kept=True)
    if newest is None:
        return Writing("", 0, None, None)
    before = services.reading_of(newest)
    tested = services.tested_by(services.read_prose(newest.prose), choices.expressions(before))
    chosen, said = with_won(place.group, tested, choices.made(before))
    return Writing(newest.prose, newest.number, services.chosen_for(tested, chosen), newest, note=said)


def _read(request: HttpRequest, place: Place, prose: str, draft: "Draft | None") -> RuleBook:
    """The reading with the choices made in the form; where none was made yet, as the draft or the version in force has them.

    No lines are a reading only where there are some to take back.
    """
    fresh, before = services.read_prose(pasting.words_of(prose)), services.reading_of(place.newest())
    if not fresh.lines and not (before and before.lines):
        raise Invalid(EMPTY, "empty", field="prose")
    mine = services.reading_of(draft)
    tests = rule_choices.expressions(request.POST, fresh, choices.expressions(before) | choices.expressions(mine))
    tested = services.tested_by(fresh, tests)
    known = choices.made(before) | choices.made(mine)
    return services.chosen_for(tested, rule_choices.sent(request.POST, tested, known))


def _acted(request: HttpRequest, place: Place, writing: Writing, draft: "Draft") -> HttpResponse:
    """Do what the button says with a draft that was kept."""
    actor = actor_of(request)
    if "merge" in request.POST:
        return _merged(request, place, writing)
    if "confirm" in request.POST:
        return _confirm(request, place, draft, writing)
    if "replay" in request.POST:
        replays.start(actor=actor, draft=draft, days=_days(request))
    elif (replay := trial_queries.newest_replay(place.book(), actor)) is not None:
        if "stop" in request.POST:
            replays.stop(actor=actor, replay=replay)
        elif "resume" in request.POST:
            replays.go_on(actor=actor, replay=replay)
    return rule_draft.form(request, place, writing)


def _days(request: HttpRequest) -> int:
    """Minus one where it cannot be read, which no replay takes."""
    sent = request.POST.get("days", "90")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 6 else -1


def _confirm(request: HttpRequest, place: Place, draft: "Draft", writing: Writing) -> HttpResponse:
    """Publish what was read before; words that changed since are read again first."""
    if request.POST.get("reading") != words_digest(writing.reading):
        raise Conflict(CHANGED, "words-changed")
    made = trials.put_in_force(actor=actor_of(request), draft=draft)
    cleared = f"book/{place.url}/edit"
    if made is None:
        tell(request, "The other owners are asked to sign. Until one does, the rules in force stand.", clears=cleared)
    else:
        said = say("Version {number} is in force. Seeds that already have comments keep their rules.", number=made.number)
        tell(request, said, clears=cleared)
    return redirect(place.url)


def _merged(request: HttpRequest, place: Place, writing: Writing) -> HttpResponse:
    """The author's words with what was published meanwhile."""
    newest = place.newest()
    if newest is None or newest.number == writing.after:
        return rule_draft.form(request, place, writing)
    started = place.version(writing.after)
    found = merge(started.prose if started else "", newest.prose, writing.prose)
    three = [services.reading_of(started), services.reading_of(newest), writing.book]
    chosen, tests = choices.merged(*map(choices.made, three)), choices.merged(*map(choices.expressions, three))
    book = services.chosen_for(services.tested_by(services.read_prose(found.prose), tests), chosen)
    services.keep_draft(actor=actor_of(request), group=place.group, book=book, after=newest.number)
    said = say(BOTH if found.both else TAKEN, name=newest.author.name)
    return rule_draft.form(request, place, Writing(found.prose, newest.number, book, newest, is_kept=True, note=said))
