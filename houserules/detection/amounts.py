"""What can be counted: links, length, comments in a stretch of time, pasted words, days of an account."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.judgement import Judgement
from houserules.kind import Hit
from houserules.saying import counted, say, together
from houserules.signals.images import images
from houserules.signals.length import length
from houserules.signals.link_sorts import links_of_sort
from houserules.signals.links import links
from houserules.signals.own_words import quoted_lines
from houserules.signals.pace import pace
from houserules.spoken import DAY, amount, duration

Params = Mapping[str, Param]
USUAL_PACE, USUAL_HOURS = 10, 1.0
USUAL_QUOTE = 150
USUAL_LENGTH = 500


def whole(params: Params, name: str) -> float | None:
    """A number of the line; None when it names none."""
    value = params.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def too_many_links(judgement: Judgement, params: Params) -> Hit | None:
    """More links than the line allows, of all or of one sort; 0 where it allows none."""
    most, sort = whole(params, "most"), str(params.get("only", ""))
    found = judgement.signal(links_of_sort, sort) if sort else judgement.signal(links)
    if most is None and sort:
        most = 0
    if most is None or len(found) <= most:
        return None
    return Hit(
        spans=tuple(link.span for link in found if link.span is not None),
        value=len(found),
        threshold=most + 1,
        note=together((
            counted("{count} link; this line allows {most}.", "{count} links; this line allows {most}.", len(found), most=most),
            say("A picture is shown as a link, and counts as one.") if _has_picture(judgement) else "",
        )),
        passes=counted("The same comment with at most {count} link.", "The same comment with at most {count} links.", most)
        if most
        else say("The same comment without links."),
    )


def _has_picture(judgement: Judgement) -> bool:
    """Whether one of the links is the address of a picture in Markdown."""
    shown = [image.span for image in judgement.signal(images) if image.span and judgement.facts.text[image.span.start] == "!"]
    marked = [link.span.start for link in judgement.signal(links) if link.span is not None]
    return any(start <= at < end for start, end in shown for at in marked)


def wrong_length(judgement: Judgement, params: Params) -> Hit | None:
    """Longer or shorter than the line allows."""
    unit = str(params.get("unit", "words"))
    count = judgement.signal(length, unit)
    most, least = whole(params, "most"), whole(params, "least")
    if most is None and least is None:
        most = USUAL_LENGTH
    if most is not None and count > most:
        return Hit(
            value=count,
            threshold=most + 1,
            note=say("This comment has {amount}; this line allows {most}.", amount=amount(count, unit), most=most),
            passes=say("A comment of at most {amount}.", amount=amount(most, unit)),
        )
    if least is not None and count < least:
        return Hit(
            value=least - count,
            threshold=1,
            note=say("This comment has {amount}; this line asks for {least}.", amount=amount(count, unit), least=least),
            passes=say("A comment of at least {amount}.", amount=amount(least, unit)),
        )
    return None


def flooding(judgement: Judgement, params: Params) -> Hit | None:
    """More comments in a stretch of time than the line allows; only where the caller gives times."""
    most, hours = whole(params, "most") or USUAL_PACE, whole(params, "hours") or USUAL_HOURS
    count = judgement.signal(pace, hours)
    if count <= most:
        return None
    return Hit(
        value=count,
        threshold=most + 1,
        note=say(
            "This is your comment number {count} here within {time}; {most} are fine.", count=count, time=duration(hours), most=most
        ),
        passes=say("The same comment a little later."),
    )


def long_quote(judgement: Judgement, params: Params) -> Hit | None:
    """More quoted words than the line allows."""
    unit = str(params.get("unit", "words"))
    most = whole(params, "most")
    if unit not in {"words", "lines"} or most is None:
        unit, most = "words", USUAL_QUOTE
    lines = quoted_lines(judgement.facts.text)
    count = len(lines) if unit == "lines" else sum(len(line.split()) for line in lines)
    if count <= most:
        return None
    return Hit(
        value=count,
        threshold=most + 1,
        note=say("This comment quotes {amount}; {most} are fine.", amount=amount(count, unit), most=most),
        passes=say("The same comment with a quotation of at most {amount}.", amount=amount(most, unit)),
    )


def new_member(judgement: Judgement, params: Params) -> Hit | None:
    """An account younger than the line asks for; only where the caller gives its age."""
    hours, days = whole(params, "hours"), judgement.facts.author_days
    if hours is None or days is None or days * DAY >= hours:
        return None
    return Hit(
        value=hours - days * DAY,
        threshold=0,
        note=say(
            "Your account is {age} old; this line asks for {wanted}.",
            age=duration(DAY * int(days) if days > 1 else days * DAY),
            wanted=duration(hours),
        ),
        passes=say("The same comment when the account is older."),
    )
