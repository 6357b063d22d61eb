"""Moves the community in, through the services people's acts go through."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from houserules import Keeping, NumberedLine, RuleBook
from houserules import read as read_rules
from parley.appeals import services as appeals
from parley.base.pictures import reencode
from parley.base.refusals import Refusal
from parley.deciding import services as deciding
from parley.groups import services as groups
from parley.groups.models import Group
from parley.inbox import services as inbox
from parley.inbox import tracking as following
from parley.inbox import tracking_queries as tracking
from parley.inbox.models import Notice
from parley.moderation import flagging, talk
from parley.moderation.lines import lines_of
from parley.moderation.services import Choice
from parley.ops.demonstration import texts
from parley.ops.demonstration.password import PASSWORD
from parley.people.models import Person, SiteRole
from parley.people.services import create_person
from parley.posting import pictures, seeding
from parley.posting import services as posting
from parley.rulebooks import services as rulebooks
from parley.seeds.models import Seed
from parley.seeds.services import Draft
from parley.texts.services import sealed_source
from parley.threads.models import Comment, Held
from parley.threads.queries import newest_keys
from parley.votes import services as votes

NEWS = timedelta(hours=30)
"""What was said before that is taken for read."""
SITE_ROLES = {"admin": SiteRole.ADMIN, "site mod": SiteRole.MOD}
Say = Callable[[str], None]


def move_in(community: texts.Community, now: datetime, say: Say) -> None:
    people = {row["name"]: _person(row, now) for row in community.people}
    say(f"{len(people)} people …")
    _site_rules(community.site_rules, people)
    made = {row["name"]: _group(row, people) for row in community.groups}
    for row in community.seeds:
        SeedMover(row, community, people, made[row["group"]], now).move()
        say(f"“{row['headline']}”, {len(row.get('comment', []))} comments …")
    for comment in Comment.objects.order_by("created_at", "pk").values_list("pk", flat=True):
        inbox.tell_of_comment.call(comment)
    said_at = Comment.objects.filter(pk=OuterRef("comment")).values("created_at")
    Notice.objects.filter(comment__isnull=False).update(at=Subquery(said_at))
    Notice.objects.filter(at__lt=now - NEWS, comment__isnull=False).update(read_at=now)
    _read_on(people.values())
    for row in community.people:
        if not row.get("has_news"):
            inbox.mark_read(actor=people[row["name"]])


LATELY = 3


def _read_on(people: Iterable[Person]) -> None:
    """Everybody has read where he takes part, but for the last few comments."""
    for person in people:
        for line in tracking.history(person).lines:
            newest = newest_keys(line.seed, limit=LATELY + 1)
            if len(newest) > LATELY:
                following.read(actor=person, seed=line.seed, to=newest[LATELY])


def _person(row: dict[str, Any], now: datetime) -> Person:
    return create_person(
        username=row["name"],
        email=f"{row['name']}@parley.example",
        password=PASSWORD,
        site_role=SITE_ROLES.get(row["role"], SiteRole.MEMBER),
        joined_at=now - timedelta(days=row["joined_days_ago"]),
    )


def _site_rules(prose: str, people: dict[str, Person]) -> None:
    admin = next(person for person in people.values() if person.site_role == SiteRole.ADMIN)
    rulebooks.publish(actor=admin, group=None, book=read_rules(prose).all_confirmed(), after=0)


def _group(row: dict[str, Any], people: dict[str, Person]) -> Group:
    owner = people[row["owner"]]
    group = groups.create_group(
        actor=owner,
        name=row["name"],
        title=row["title"],
        about=row["about"],
        visibility=row["visibility"],
        show=row["show"],
        excerpt_words=row["excerpt_words"] or 120,
        allows_pictures=row.get("pictures", False),
    )
    for role, names in (("mod", row["mods"]), ("member", row["members"])):
        for name in names:
            groups.set_role(actor=owner, group=group, person=people[name], role=role)
    rulebooks.publish(actor=owner, group=group, book=_kept(read_rules(row["rules"].strip()), row).all_confirmed(), after=0)
    return group


def _kept(book: RuleBook, row: dict[str, Any]) -> RuleBook:
    """As its owners chose."""
    chosen = {(each["line"].casefold(), each["kind"]): Keeping(each["keeping"]) for each in row.get("keep", ())}
    clauses = ((line.text.casefold(), clause) for line in book.lines for clause in line.clauses)
    return book.with_keeping({each.key: chosen[line, each.kind] for line, each in clauses if (line, each.kind) in chosen})


class SeedMover:
    """One seed with its discussion, votes, flags, and rulings."""

    def __init__(
        self, row: dict[str, Any], community: texts.Community, people: dict[str, Person], group: Group, now: datetime
    ) -> None:
        self.row, self.community, self.people, self.group = row, community, people, group
        self.at = now - timedelta(hours=row["seeded_hours_ago"])
        self.comments: dict[str, Comment] = {}

    def move(self) -> None:
        seed = self._seed()
        for row in self.row.get("comment", []):
            made = self._comment(seed, row)
            if isinstance(made, Comment):
                self.comments[row["id"]] = made
        self._vote(seed, self.row.get("votes", 0), self.row["seeder"])
        for row in self.row.get("comment", []):
            if row["id"] in self.comments:
                self._vote(self.comments[row["id"]], row.get("votes", 0), row["by"])
        for row in self.row.get("flag", []):
            self._flag(row)
        for row in self.row.get("act", []):
            self._rule(row)

    def _seed(self) -> Seed:
        row = self.row
        image = row.get("image")
        draft = Draft(
            headline=row["headline"],
            original_headline=row.get("original_headline", ""),
            bylines=tuple(row.get("bylines", ())),
            source_name=row["source"],
            canonical_url=row["url"],
            published_date=self._published(),
            language=row.get("language", "en"),
            caption=row.get("caption", ""),
            credit=row.get("credit", ""),
            licence=row.get("licence", ""),
            article=row.get("article", ""),
            tags=tuple(row.get("tags", ())),
            picture=reencode((self.community.pictures / image).read_bytes()) if image else None,
        )
        rules = row.get("rules", "").strip()
        brought = seeding.Seeding(
            draft=draft, remark=row.get("remark", ""), rules=read_rules(rules).all_confirmed() if rules else None
        )
        return seeding.publish_seed(actor=self.people[row["seeder"]], group=self.group, seeding_=brought, at=self.at)

    def _published(self) -> date:
        return (timezone.now() - timedelta(days=self.row["days_ago"])).date()

    def _comment(self, seed: Seed, row: dict[str, Any]) -> Comment | Held:
        parent = self.comments[row["reply_to"]] if row.get("reply_to") else None
        quotes = [(self.comments[each["comment"]].pk, each["words"]) for each in row.get("cite", ())]
        reply = posting.Reply(
            source=row["text"].strip(),
            parent_id=parent.pk if parent else None,
            quotes=quotes or None,
            anyway=row.get("anyway", False),
            is_official=row.get("official", False),
            pictures=self._pictures(seed, row),
        )
        at = self.at + timedelta(minutes=row["minute"])
        try:
            made = posting.post_comment(actor=self.people[row["by"]], seed=seed, reply=reply, at=at)
        except Refusal as refusal:
            found = [finding.note for finding in refusal.verdict.findings] if isinstance(refusal, posting.Asked) else ""
            raise ValueError(f"{self.row['headline']}: comment {row['id']}: {refusal.sentence} {found}") from refusal
        if isinstance(made, Held) != row.get("waits", False):
            raise ValueError(f"{self.row['headline']}: comment {row['id']}: what the rules hold is marked `waits`, and nothing else")
        return made

    def _pictures(self, seed: Seed, row: dict[str, Any]) -> list[pictures.Added]:
        if (picture := row.get("picture")) is None:
            return []
        data = (self.community.pictures / picture["file"]).read_bytes()
        return [(pictures.keep(actor=self.people[row["by"]], seed=seed, form_key=uuid4(), data=data), picture["shows"])]

    def _vote(self, item: Seed | Comment, given: list[str] | int, author: str) -> None:
        group = next(each for each in self.community.groups if each["name"] == self.row["group"])
        for name in texts.voters(given, author, group, self.community.people):
            votes.set_vote(actor=self.people[name], item=item, voted=True)

    def _flag(self, row: dict[str, Any]) -> None:
        comment = self.comments[row["comment"]]
        report = flagging.Report(line=_line(comment, row).number, words=(row["words"],), note=row["note"])
        flagging.flag(actor=self.people[row["by"]], item=comment, report=report)

    def _rule(self, row: dict[str, Any]) -> None:
        comment = Comment.objects.select_related("text", "seed__group").get(pk=self.comments[row["comment"]].pk)
        line = _line(comment, row)
        choice = Choice(
            action="remove" if row["do"] == "remove" else "redact",
            line=line.number,
            clause=next((each.key for each in line.clauses if each.kind == row.get("kind")), ""),
            spans=_spans(row, sealed_source(comment.text)),
            note=row.get("note", ""),
            evidence=row.get("evidence", ""),
            ticket=row.get("ticket", ""),
        )
        ruling = deciding.decide(actor=self.people[row["mod"]], item=comment, choice=choice)
        for each in row.get("talk", ()):
            talk.write(actor=self.people[each["by"]], ruling=ruling, source=each["text"])
        if "appeal" in row:
            appeals.appeal(actor=comment.author, ruling=ruling, source=row["appeal"].strip())


def _line(comment: Comment, row: dict[str, Any]) -> NumberedLine:
    return next(each for each in lines_of(comment) if each.text.casefold() == row["line"].casefold())


def _spans(row: dict[str, Any], source: str) -> list[tuple[int, int]]:
    if row["do"] == "redact-all":
        return [(0, len(source))]
    if row["do"] == "remove":
        return []
    start = source.index(row["words"])
    return [(start, start + len(row["words"]))]


