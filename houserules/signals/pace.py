"""How many comments an author wrote in a stretch of time."""

from houserules.judgement import Judgement


def pace(judgement: Judgement, hours: float) -> int:
    """The comment itself and the earlier ones of the last `hours`; 0 when the caller gave no times."""
    now = judgement.facts.at
    if now is None:
        return 0
    since = now - hours * 3600
    return 1 + sum(each.at is not None and since < each.at <= now for each in judgement.facts.earlier)
