"""What templates receive: finished, frozen rows.

A template decides nothing. Whether somebody may edit, vote, or cut was decided by a policy before the row was made;
here that is an address (there is one) or `None` (there is not). Every `url` is a path on this site unless it says
otherwise. Times are aware datetimes in UTC; words people wrote are plain `str` (escaped when shown), and `Markup` only
where `texts.shown` or a renderer of ours made it.
"""

from .acts import CutRow, EntryRow, WordRow
from .cases import BesideRow, CaseRow, DecideRow, PointedRow, QueuedRow, QueueRow, StepRow
from .discussion import CitationRow, CommentRow, MoreRow, RemovedRow, ThreadRow
from .flags import FlagRow, HeldRow, HideRow
from .frame import CrumbRow, NoticeRow, Reader, SearchBox, TabRow
from .places import (
    AsideBox,
    AsideRow,
    GroupHead,
    GroupRow,
    HitRow,
    KeptRow,
    MemberHead,
    MemberRow,
    ProblemRow,
    RevisionRow,
)
from .rules import (
    BookRow,
    BroughtRow,
    ClauseRow,
    PieceRow,
    ReplayRow,
    RuleRow,
    RulesBox,
    ShadowRow,
    TurnRow,
    VersionRow,
)
from .seeds import ArticleRow, Picture, SeedHead, SeedRow, VoteState
from .standing import ActRow, LimitRow, NoticeLine, PointsRow, StatementRow, TalkRow
from .writing import ChoiceRow, CoachRow, DroppedRow, FieldRow, FindingRow, PreviewRow, QuoteRow, SeedFormRow, WriteRow

__all__ = [
    "ActRow",
    "ArticleRow",
    "AsideBox",
    "AsideRow",
    "BesideRow",
    "BookRow",
    "BroughtRow",
    "CaseRow",
    "ChoiceRow",
    "CitationRow",
    "ClauseRow",
    "CoachRow",
    "CommentRow",
    "CrumbRow",
    "CutRow",
    "DecideRow",
    "DroppedRow",
    "EntryRow",
    "FieldRow",
    "FindingRow",
    "FlagRow",
    "GroupHead",
    "GroupRow",
    "HeldRow",
    "HideRow",
    "HitRow",
    "KeptRow",
    "LimitRow",
    "MemberHead",
    "MemberRow",
    "MoreRow",
    "NoticeLine",
    "NoticeRow",
    "Picture",
    "PieceRow",
    "PointedRow",
    "PointsRow",
    "PreviewRow",
    "ProblemRow",
    "QueueRow",
    "QueuedRow",
    "QuoteRow",
    "Reader",
    "RemovedRow",
    "ReplayRow",
    "RevisionRow",
    "RuleRow",
    "RulesBox",
    "SearchBox",
    "SeedFormRow",
    "SeedHead",
    "SeedRow",
    "ShadowRow",
    "StatementRow",
    "StepRow",
    "TabRow",
    "TalkRow",
    "ThreadRow",
    "TurnRow",
    "VersionRow",
    "VoteState",
    "WordRow",
    "WriteRow",
]
