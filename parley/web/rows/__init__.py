"""What templates receive: finished, frozen rows.

A template decides nothing. Whether somebody may edit, vote, or cut was decided by a policy before the row was made;
here that is an address (there is one) or `None` (there is not). Every `url` is a path on this site unless it says
otherwise. Times are aware datetimes in UTC; words people wrote are plain `str` (escaped when shown), and `Markup` only
where `texts.shown` or a renderer of ours made it.
"""

from .acts import EntryRow, WordRow
from .cases import BesideRow, CaseRow, DecideRow, PlaceRow, PointedRow, QueuedRow, QueueRow, StepRow
from .discussion import CitationRow, CommentRow, FootRow, MemberHoldRow, MoreRow, RemovedRow, StrainRow, ThreadRow
from .figures import BarRow, ChartRow, DotRow, FigureRow, TableRow
from .flags import FlagRow, HeldRow, HideRow
from .frame import CrumbRow, NoticeRow, Reader, SearchBox, TabRow
from .mass import MassFormRow, MassItemRow, MassRow
from .places import (
    AsideBox,
    AsideRow,
    GroupHead,
    GroupRow,
    HitRow,
    KeptRow,
    LooseningRow,
    MemberHead,
    MemberRow,
    ProblemRow,
    RemovalRow,
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
from .standing import ActRow, CountRow, LimitRow, NoticeLine, PointsRow, StatementRow, TalkRow
from .writing import ChoiceRow, CoachRow, DroppedRow, FieldRow, FindingRow, PreviewRow, QuoteRow, SeedFormRow, WriteRow

__all__ = [
    "ActRow",
    "ArticleRow",
    "AsideBox",
    "AsideRow",
    "BarRow",
    "BesideRow",
    "BookRow",
    "BroughtRow",
    "CaseRow",
    "ChartRow",
    "ChoiceRow",
    "CitationRow",
    "ClauseRow",
    "CoachRow",
    "CommentRow",
    "CountRow",
    "CrumbRow",
    "DecideRow",
    "DotRow",
    "DroppedRow",
    "EntryRow",
    "FieldRow",
    "FigureRow",
    "FindingRow",
    "FlagRow",
    "FootRow",
    "GroupHead",
    "GroupRow",
    "HeldRow",
    "HideRow",
    "HitRow",
    "KeptRow",
    "LimitRow",
    "LooseningRow",
    "MassFormRow",
    "MassItemRow",
    "MassRow",
    "MemberHead",
    "MemberHoldRow",
    "MemberRow",
    "MoreRow",
    "NoticeLine",
    "NoticeRow",
    "Picture",
    "PieceRow",
    "PlaceRow",
    "PointedRow",
    "PointsRow",
    "PreviewRow",
    "ProblemRow",
    "QueueRow",
    "QueuedRow",
    "QuoteRow",
    "Reader",
    "RemovalRow",
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
    "StrainRow",
    "TabRow",
    "TableRow",
    "TalkRow",
    "ThreadRow",
    "TurnRow",
    "VersionRow",
    "VoteState",
    "WordRow",
    "WriteRow",
]
