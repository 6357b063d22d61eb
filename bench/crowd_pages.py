"""One community, asked for pages: a process of its own, which answers each line on its input with one on its output.

`pages` prints the names; any of these is asked for once, and the milliseconds are printed, the answer being drawn by Django anew.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle

TYPICAL, SOME = 50, 9
"""Comments of a typical discussion, and how many such are asked in turn."""


def addresses() -> dict[str, Iterator[str]]:
    """Of each page, in turn; the seeds, members, and groups on them are alike in communities of every size."""
    from parley.groups.models import Group
    from parley.people.models import Person
    from parley.seeds.models import Seed

    group = Group.objects.get(name="group-1")
    public = Seed.objects.filter(group=group, unlisted_by=None)
    typical = public.filter(comment_count__gte=TYPICAL).order_by("comment_count", "pk")[:SOME]
    largest = Seed.objects.order_by("-comment_count").first()
    busiest = Person.objects.get(pk=_busiest(group.pk))
    assert largest is not None  # noqa: S101 -- for the type checker
    urls = {
        "front": ["/"], "newest": ["/newest"], "group": [group.url], "group, newest": [f"{group.url}?order=newest"],
        "group's log": [f"{group.url}/log"], "log": ["/log"], "seed, typical": [each.url for each in typical],
        "seed, largest": [largest.url], "seed, largest, by votes": [f"{largest.url}?order=votes"],
        "seed, largest, newest": [f"{largest.url}?order=newest"], "member's seeds": [busiest.url],
        "member's comments": [f"{busiest.url}?show=comments"],
    }  # fmt: skip
    return {name: cycle(each) for name, each in urls.items()}


def _busiest(group: int) -> int:
    """Who seeded most in the group."""
    from django.db.models import Count

    from parley.seeds.models import Seed

    found = Seed.objects.filter(group=group).values_list("seeder").annotate(count=Count("pk")).order_by("-count", "seeder")
    return int(found[0][0])


def reader() -> object:
    """A member of the largest group and two others."""
    from django.db.models import Count, Q

    from parley.people.models import Person

    here = Count("memberships", filter=Q(memberships__group__name="group-1"))
    among = Person.objects.annotate(count=Count("memberships"), here=here)
    return among.filter(count=3, here=1, memberships__role="member").order_by("pk")[0]


def asking() -> dict[str, Callable[[], float]]:
    """What asks for each page, signed out and signed in."""
    from django.test import Client

    out, inside = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    inside.force_login(reader(), backend="allauth.account.auth_backends.AuthenticationBackend")  # type: ignore[arg-type]
    return {
        f"{name}, {how}": _asked(client, urls)
        for how, client in (("signed out", out), ("signed in", inside)) for name, urls in addresses().items()
    }  # fmt: skip


def _asked(client: object, urls: Iterator[str]) -> Callable[[], float]:
    from parley.web.pages.seed_body import SHELF

    def ask() -> float:
        SHELF.clear()  # else a discussion's body is not drawn
        url, begun = next(urls), time.perf_counter()
        answer = client.get(url)  # type: ignore[attr-defined]
        spent = (time.perf_counter() - begun) * 1000
        assert answer.status_code == 200, (url, answer.status_code)  # noqa: S101 -- or the figure means nothing
        return spent

    return ask


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
    import django

    django.setup()
    ways = asking()
    for line in sys.stdin:
        name = line.rstrip("\n")
        print(json.dumps(list(ways) if name == "pages" else ways[name]()), flush=True)


if __name__ == "__main__":
    main()
