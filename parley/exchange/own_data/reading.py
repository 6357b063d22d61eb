"""What one follows, how far one has read, what one folded or muted, and what one has begun to write."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed, plain
from parley.inbox.models import Branch, Tracked, Unsent
from parley.people.models import Person


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Tracked.objects.filter(person=person)):
        yield {
            "what": "discussion", "in": f"/s/{each.seed_id}", "is_followed": each.is_followed, "is_muted": each.is_muted,
            "read_to": f"/c/{each.read_to}" if each.read_to else None,
        }  # fmt: skip
    for branch in keyed(Branch.objects.filter(person=person)):
        (said,) = plain([branch], "is_folded", "is_muted", "changed_at")
        yield {"what": "branch", "below": f"/c/{branch.comment_id}", **said}
    for draft in keyed(Unsent.objects.filter(person=person)):
        to = f"/c/{draft.parent_id}" if draft.parent_id else f"/s/{draft.seed_id}"
        yield {"what": "draft", "to": to, "says": draft.text, "changed_at": at(draft.changed_at)}


KIND = Kind(
    name="reading", about="The discussions that you follow, branches that you folded or muted, and your drafts.", rows=rows,
    tells=("inbox.Tracked.person", "inbox.Branch.person", "inbox.Unsent.person"),
)  # fmt: skip
