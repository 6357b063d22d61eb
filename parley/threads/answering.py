"""Whether comments are open to somebody's answer: who blocked him wants to be neither answered nor quoted by him (R3.5).

What is said of it names nobody and blames nobody: it is true of the comment, and nobody is told that he is blocked.
"""

from collections.abc import Iterable

from parley.base.decisions import Decision, no, require, yes
from parley.people import blocking
from parley.people.models import Person
from parley.threads.models import Comment


def may_answer(actor: Person, answers: Comment | None, cites: Iterable[Comment], refusing: frozenset[int]) -> Decision:
    """`refusing`: keys of those who do not want his answers. Who speaks as a mod speaks to everybody."""
    if answers is not None and not answers.is_official and answers.author_id in refusing:
        return no("not-open")
    if any(each.author_id in refusing and not each.is_official for each in cites):
        return no("quote-not-open")
    return yes("own" if answers is not None and answers.author_id == actor.pk else "open")


def require_open(actor: Person, answers: Comment | None, cites: Iterable[Comment] = ()) -> None:
    """Raises `NotAllowed`. One query, none where nobody is answered."""
    cited = list(cites)
    authors = [each.author_id for each in cited] + ([answers.author_id] if answers else [])
    require(may_answer(actor, answers, cited, blocking.refusing(actor, authors)))
