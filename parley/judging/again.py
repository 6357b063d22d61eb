"""Comments that stand judged once more, for whoever rules: the item as it was posted, and its neighbours by the same line."""

from collections.abc import Sequence
from dataclasses import replace

from houserules import Combined, Facts, Keeping, Verdict, judge
from houserules.kind import kinds
from parley.judging.facts import DAY, facts_of_comment, member_of, named_in, pictures_in, said, taking_part, words_of
from parley.moderation.lines import rules_of
from parley.seeds import queries as seeds
from parley.texts import services as texts
from parley.threads import queries as threads
from parley.threads.models import Comment, Held
from parley.threads.services import Cited


def judgeable(rules: Combined) -> Combined:
    """The same rules, where every clause that software can look for points: also those which people keep. For whoever rules,
    never for acting on anybody.
    """
    known = kinds()
    lines = []
    for line in rules.lines:
        clauses = tuple(
            replace(clause, keeping=Keeping.POINT)
            if clause.keeping is Keeping.PEOPLE
            and not clause.permits
            and (kind := known.get(clause.kind))
            and kind.judge
            else clause
            for clause in line.clauses
        )
        lines.append(replace(line, clauses=clauses))
    return replace(rules, lines=tuple(lines))


def facts_again(item: Comment | Held) -> Facts:
    """As it was posted, in the words it has now; of its author's other comments only those before it. Who takes part, and what was
    found against the author here, is as of now.
    """
    cited = []
    if isinstance(item, Comment):
        rows = item.citations.select_related("cited__author", "cited__text__current", "cited__text__removed_by")
        cited = [Cited(each.cited, each.revision_id, each.start, each.end) for each in rows]
    return facts_of_comment(
        item.author,
        item.seed,
        texts.sealed_source(item.text),
        parent=item.parent,
        cited=cited,
        at=item.created_at,
        before=item if isinstance(item, Comment) else None,
    )


def judged_again(item: Comment | Held) -> Verdict:
    """What the software sees in it now, by every clause it can look for."""
    return judge(facts_again(item), judgeable(rules_of(item)))


def judged_nearby(item: Comment | Held, nearby: Sequence[Comment]) -> list[tuple[Comment, Verdict]]:
    """Parent and siblings by the same rules; a few queries, however many. What an author said elsewhere, and whom he
    cites, is left out, so that repeats and floods are not looked for here.
    """
    rules, seed = judgeable(rules_of(item)), item.seed
    people = threads.people_in(seed)
    named = named_in([texts.for_judging(each.text) for each in nearby], seed.group_id)
    article = seeds.article_for_judging(seed)
    parents = threads.by_key([each.parent_id for each in nearby if each.parent_id])
    return [
        (
            each,
            judge(
                Facts(
                    text=texts.for_judging(each.text),
                    author=member_of(each.author_id, each.author.username),
                    at=each.created_at.timestamp(),
                    members=taking_part(seed, people, _among(named, texts.for_judging(each.text))),
                    parent=said(parents[each.parent_id]) if each.parent_id in parents else None,
                    article_title=seed.headline,
                    article_source=seed.source.name if seed.source else "",
                    article_text=article,
                    pictures=pictures_in(texts.for_judging(each.text)),
                    author_days=(each.created_at - each.author.date_joined).total_seconds() / DAY,
                ),
                rules,
            ),
        )
        for each in nearby
    ]


def _among(named: Sequence[tuple[int, str]], source: str) -> list[tuple[int, str]]:
    words = words_of(source)
    return [(key, name) for key, name in named if name in words]
