"""Flags, findings, and cases; rulings and what they cost; the talk about a ruling."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce


class Case(models.Model):
    """Everything known about one comment, held comment, or seed until it is ruled on; or an appeal, a case about a ruling."""

    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    """Of the item, or the item itself where neither a comment nor a held one is named."""
    # Of these three the few that are set are in an index, and not all, for the same reason as in `texts.Text.removed_by`.
    comment = models.ForeignKey("threads.Comment", null=True, on_delete=models.PROTECT, related_name="cases", db_index=False)
    held = models.ForeignKey("threads.Held", null=True, on_delete=models.PROTECT, related_name="cases", db_index=False)
    """What waited; when it was released, `comment` is what it became."""
    contests = models.ForeignKey("Ruling", null=True, on_delete=models.PROTECT, related_name="contested_in", db_index=False)
    """An appeal: the ruling it is about."""
    is_open = models.BooleanField(default=True)
    is_sent_up = models.BooleanField(default=False)
    """Nobody of the group may rule on it, so that the site's mods do."""
    weight = models.FloatField(default=0)
    """0 to 1, what comes first: how sure the findings are, and how often those who flagged were right before."""
    version = models.PositiveIntegerField(default=0)
    """Grows with each step, so that whoever acts on an older state is told what happened since."""
    claimed_by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    handed_to = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    wants_second = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    """Who asked another mod's opinion."""
    seconded_by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    """Another mod who agreed that this is to be acted upon."""
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment"], condition=Q(is_open=True, contests=None), name="one_open_case_per_comment"
            ),
            models.UniqueConstraint(fields=["held"], condition=Q(held__isnull=False), name="one_case_per_held"),
            models.UniqueConstraint(
                fields=["seed"], condition=Q(is_open=True, comment=None, held=None, contests=None), name="one_open_case_per_seed"
            ),
            models.UniqueConstraint(fields=["contests"], condition=Q(contests__isnull=False), name="one_case_per_appeal"),
            models.CheckConstraint(
                name="case_closed_when_not_open",
                condition=Q(is_open=True, closed_at=None) | Q(is_open=False, closed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-weight", "id"], condition=Q(is_open=True), name="case_of_queue"),
            models.Index(fields=["-weight", "id"], condition=Q(is_open=True, is_sent_up=True), name="case_sent_up"),
            models.Index(fields=["comment"], condition=Q(comment__isnull=False), name="case_of_comment"),
        ]

    @property
    def url(self) -> str:
        return f"/cases/{self.pk}"


class Happened(models.TextChoices):
    """What a step of a case was. Written for ever, therefore renamed never."""

    OPENED = "opened", "opened"
    FLAGGED = "flagged", "was flagged"
    POINTED = "pointed", "was pointed at by software"
    SENT_UP = "sent-up", "went to the site’s mods"
    CLAIMED = "claimed", "took it"
    LET_GO = "let-go", "let it go"
    HANDED = "handed", "handed it on"
    ASKED_SECOND = "asked-second", "asked for a second opinion"
    SECONDED = "seconded", "agreed that it breaks a rule"
    DOUBTED = "doubted", "saw no breach"
    NOTED = "noted", "left a note"
    HIDDEN = "hidden", "was hidden by the seeder"
    SHOWN = "shown", "was shown again"
    TAKEN_BACK = "taken-back", "took it back"
    RULED = "ruled", "ruled"
    UNDONE = "undone", "undid the ruling"
    APPEALED = "appealed", "appealed"
    DECIDED = "decided", "decided the appeal"


class Step(models.Model):
    """One thing that happened to a case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    actor = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    """None: the software."""
    what = models.CharField(max_length=20, choices=Happened.choices)
    note = models.CharField(max_length=1000, blank=True)
    """For mods only."""
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="step_what_known", condition=Q(what__in=Happened.values))]
        indexes = [models.Index(fields=["case", "id"], name="step_of_case")]


class Flag(models.Model):
    """A member's report. How many there are is not shown to the mod before the ruling."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="flags")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("rulebooks.Version", on_delete=models.PROTECT, related_name="+")
    line_number = models.PositiveIntegerField()
    revision = models.ForeignKey("texts.Revision", null=True, on_delete=models.PROTECT, related_name="+")
    """What the flagger had before him."""
    spans = models.JSONField(default=list)
    """Words he marked: (start, end) in code points of that revision."""
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    hide = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    """The seeder hid the comment with it until a mod has ruled."""
    shown_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    is_right = models.BooleanField(null=True)
    """Its answer: a ruling agreed. None while nobody has ruled, and again when the ruling was undone."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="one_flag_per_person_and_case"),
            models.UniqueConstraint(fields=["hide"], condition=Q(hide__isnull=False), name="one_flag_per_hiding"),
            models.UniqueConstraint(fields=["shown_by"], condition=Q(shown_by__isnull=False), name="one_flag_per_showing"),
        ]
        indexes = [models.Index(fields=["person", "-id"], name="flag_of_person")]


class Pointing(models.Model):
    """A finding of the software that opened a case or holds a comment."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="pointings")
    version = models.ForeignKey("rulebooks.Version", on_delete=models.PROTECT, related_name="+")
    line_number = models.PositiveIntegerField()
    clause_key = models.CharField(max_length=20)
    kind = models.CharField(max_length=40)
    keeping = models.CharField(max_length=10)
    revision = models.ForeignKey("texts.Revision", on_delete=models.PROTECT, related_name="+")
    spans = models.JSONField(default=list)
    value = models.FloatField()
    threshold = models.FloatField()
    confidence = models.FloatField()
    engine = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["case"], name="pointing_of_case")]


class Reach(models.TextChoices):
    """How far a mass act goes."""

    SEED = "seed", "in this discussion"
    GROUP = "group", "in the group"


class Basis(models.TextChoices):
    """What a ruling rests on (R4.12)."""

    FIRED = "fired", "rule fired"
    JUDGED = "judged", "rule judged by a person"
    DISCRETION = "discretion", "discretion"


class MassAct(models.Model):
    """Many comments of one author removed by one decision (R4.13). Each has a ruling and an entry of its own, which say the rest."""

    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    """Whose comments they are."""
    actor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reach = models.CharField(max_length=5, choices=Reach.choices)
    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    """Where it began; all of it where it reaches no further."""
    since = models.DateField(null=True)
    """Comments from this day on; None: all."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(name="mass_reach_known", condition=Q(reach__in=Reach.values))]

    @property
    def url(self) -> str:
        return f"/mass/{self.pk}"


class Ruling(models.Model):
    """What a mod decided on an item."""

    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="rulings")
    """None: given before there were cases."""
    comment = models.ForeignKey("threads.Comment", null=True, on_delete=models.PROTECT, related_name="rulings")
    """None: on the seed itself."""
    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    """Of the comment, so that the rulings of a discussion are found without reading it."""
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    """Whose comment or seed it is. None: as `case`."""
    actor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=20)
    """Name of a file in `moderation/actions`."""
    version = models.ForeignKey("rulebooks.Version", on_delete=models.PROTECT, related_name="+")
    """The rule book version whose line it names; pinned when the comment was posted."""
    line_number = models.PositiveIntegerField()
    """Of the line in the one list of the discussion."""
    clause_key = models.CharField(max_length=20, blank=True)
    """The clause of that line; empty where the line has none and people keep it."""
    basis = models.CharField(max_length=12, choices=Basis.choices, default=Basis.JUDGED)
    is_pointed = models.BooleanField(default=False)
    """Software pointed at it."""
    is_flagged = models.BooleanField(default=False)
    """Members flagged it."""
    evidence = models.CharField(max_length=500, blank=True)
    """A link or a note, for the author and the log."""
    is_involved = models.BooleanField(default=False)
    """Given by a mod with a part in it, since nobody was free to rule."""
    appeal_until = models.DateTimeField(null=True)
    suspension = models.OneToOneField("groups.Suspension", null=True, on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey("texts.Revision", null=True, on_delete=models.PROTECT, related_name="+")
    """The wording that was ruled on. None: of a seed without a remark, or given before this was kept."""
    entry = models.OneToOneField("ledger.Entry", on_delete=models.PROTECT, related_name="+")
    undone_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    mass = models.ForeignKey(MassAct, null=True, on_delete=models.PROTECT, related_name="rulings")
    """The act it is one of many of."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="ruling_basis_known", condition=Q(basis__in=Basis.values)),
            # Not of all, for the same reason as `texts.Text.removed_by`.
            models.UniqueConstraint(
                fields=["undone_by"], condition=Q(undone_by__isnull=False), name="one_ruling_undone_by_an_entry"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="ruling_of_person"),
            models.Index(fields=["version", "line_number", "-id"], name="ruling_of_line"),
        ]

    @property
    def url(self) -> str:
        """Of its statement of reasons."""
        return f"/rulings/{self.pk}"


class Sort(models.TextChoices):
    """Of a ticket, mildest first."""

    WARNING = "warning", "Warning"
    TAUNTING = "taunting", "Taunting"
    SKIRTING = "skirting", "Skirting"
    BREACH = "breach", "Breach"


class Ticket(models.Model):
    """What a breach costs its author, while the ruling stands and until it falls."""

    ruling = models.OneToOneField(Ruling, on_delete=models.PROTECT, related_name="ticket")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    sort = models.CharField(max_length=12, choices=Sort.choices)
    points = models.PositiveSmallIntegerField()
    falls_at = models.DateTimeField()
    """When its points no longer count."""

    class Meta:
        constraints = [models.CheckConstraint(name="ticket_sort_known", condition=Q(sort__in=Sort.values))]
        indexes = [models.Index(fields=["person", "group", "falls_at"], name="ticket_of_person")]


class Scale(models.Model):
    """What breaches cost in a group, or on the site where a group has none of its own."""

    group = models.ForeignKey("groups.Group", null=True, on_delete=models.CASCADE, related_name="+")
    taunting = models.PositiveSmallIntegerField(default=1)
    skirting = models.PositiveSmallIntegerField(default=4)
    breach = models.PositiveSmallIntegerField(default=8)
    limit = models.PositiveSmallIntegerField(default=32)
    """So many points suspend."""
    falls_after = models.PositiveSmallIntegerField(default=180)
    """Days after which the points of a ticket fall."""
    ladder = models.JSONField(default=list)
    """Days of the first suspension, the second, and so on; the last holds for all that follow."""
    appeal_days = models.PositiveSmallIntegerField(default=183)
    """Six months, as Art. 20 of the Digital Services Act (EU 2022/2065) asks of platforms."""
    guard_days = models.PositiveSmallIntegerField(default=30)
    """So long a mod who was overruled needs a second before he sanctions who appealed."""

    class Meta:
        constraints = [
            models.UniqueConstraint(Coalesce("group", Value(0)), name="one_scale_per_group"),
        ]


class Message(models.Model):
    """One turn of the private talk between a member and the mods about a ruling."""

    ruling = models.ForeignKey(Ruling, on_delete=models.CASCADE, related_name="messages")
    text = models.OneToOneField("texts.Text", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    is_from_mods = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["ruling", "id"], name="message_of_ruling")]
