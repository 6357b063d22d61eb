"""A draft rule book over past comments, beside the book in force: what each finds, and what people had ruled.

    tally = replay(records, now=in_force, draft=draft)               # records: Past(id=…, facts=…, ruled=…)
    with open("past.jsonl", "rb") as stream:                         # the same on all cores
        tally = replay_file(stream, Books.of(in_force, draft), crew=Cores(), checkpoint=Path("past.checkpoint"))

The tally is the same in one process, in many, and on a cluster.
"""

from houserules.replaying.books import Books, ReplayError
from houserules.replaying.cluster import Cluster
from houserules.replaying.counting import Counting, clause_names, replay
from houserules.replaying.crews import Alone, Cores, Crew
from houserules.replaying.cutting import Batch, Part, as_lines, as_stream, parts
from houserules.replaying.past import Past
from houserules.replaying.runs import Done, StoppedError, replay_file
from houserules.replaying.tally import Agreement, Difference, Moved, Outcome, Side, Tally, merged

__all__ = [
    "Agreement",
    "Alone",
    "Batch",
    "Books",
    "Cluster",
    "Cores",
    "Counting",
    "Crew",
    "Difference",
    "Done",
    "Moved",
    "Outcome",
    "Part",
    "Past",
    "ReplayError",
    "Side",
    "StoppedError",
    "Tally",
    "as_lines",
    "as_stream",
    "clause_names",
    "merged",
    "parts",
    "replay",
    "replay_file",
]
