"""Which group and which days figures are about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from parley.groups import queries as groups
from parley.groups.models import Group


@dataclass(frozen=True, slots=True)
class Scope:
    """`group` None: all public groups, for whoever asks. `days` None: all of the time."""

    group: Group | None
    days: int | None
    now: datetime

    def of(self, prefix: str) -> Q:
        """Condition on what belongs to a group by `prefix`, such as `seed__group`."""
        if self.group is not None:
            return Q(**{prefix: self.group.pk})
        return groups.readable_by(None, prefix=f"{prefix}__")

    def lately(self, name: str = "created_at") -> Q:
        return Q(**{f"{name}__gte": self.now - timedelta(days=self.days)}) if self.days else Q()

    def in_whole_weeks(self, name: str = "created_at") -> Q:
        """The same up to the last Monday, and from a Monday on: what changes once a week tells nobody who acted yesterday."""
        midnight = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        monday = midnight - timedelta(days=midnight.weekday())
        until = Q(**{f"{name}__lt": monday})
        return until & Q(**{f"{name}__gte": monday - timedelta(weeks=self.days // 7)}) if self.days else until
