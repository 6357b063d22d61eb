"""What the kinds find in their own cases, what they say of it, and what somebody wrote there."""

from houserules import Keeping, judge, kinds, read

FINDING = [
    (kind, case) for kind in kinds().values() for case in kind.cases if kind.judge and case.finds and case.facts is not None
]


def clauses_of(kind, case):
    """The book of a case, and those of its clauses that are of the kind."""
    book = read(case.rule)
    if case.expression:
        book = book.with_expression(1, case.expression)
    book = book.all_confirmed()
    return book, [clause for clause in book.clauses if clause.kind == kind.name and not clause.permits]


def found_by(kind, case):
    """Its findings, also where the reading leaves them to people."""
    book, clauses = clauses_of(kind, case)
    left = {clause.key: kind.allowed[1] for clause in clauses if clause.keeping is Keeping.PEOPLE}
    return [finding for finding in judge(case.facts, book.with_keeping(left)).findings if finding.kind == kind.name]


def said_in(kind, case):
    """Notes and what would pass, and all that was written, in lower case."""
    said = [each for one in found_by(kind, case) for each in (one.note, one.passes)]
    written = [*texts_in(case.facts.to_json()), case.rule, case.expression]
    return said, "\n".join(written).casefold().replace("’", "'")


def texts_in(data):
    """All that stands in plain data, but no names of fields."""
    if isinstance(data, dict | list):
        return [text for each in (data.values() if isinstance(data, dict) else data) for text in texts_in(each)]
    return [data] if isinstance(data, str) else []
