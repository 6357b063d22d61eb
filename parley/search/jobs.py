"""Work on the index that takes its time."""

from datetime import timedelta

from parley.base.jobs import every, heartbeat, slow_job


@slow_job
def put_seeds_of(group_id: int) -> None:
    """All seeds of a group anew, newest first."""
    from parley.base.batches import batches
    from parley.search.filling import AT_ONCE, put_some
    from parley.seeds.models import Seed

    keys = list(Seed.objects.filter(group=group_id).order_by("-pk").values_list("pk", flat=True))
    for some in batches(keys, AT_ONCE):
        put_some(seeds=some)
        heartbeat()


@slow_job
def put_comments_of(texts: list[int]) -> None:
    """Comments that have these texts, at most some hundred, as they are shown now."""
    from parley.search.filling import put_some
    from parley.threads.models import Comment

    put_some(comments=list(Comment.objects.filter(text__in=texts).values_list("pk", flat=True)))


@every(timedelta(minutes=1))
def fill_index() -> None:
    """What stood on the site before it had an index, for at most a minute at once."""
    from parley.search import filling

    filling.fill(seconds=50)
