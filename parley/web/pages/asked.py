"""What a page was asked for: numbers and words out of addresses and forms, which can hold anything."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from parley.base.cleaning import clean_line
from parley.base.refusals import Invalid
from parley.people.queries import actor_of

if TYPE_CHECKING:
    from parley.groups.models import Group


def whole(said: str | None) -> int | None:
    """A key or number above zero, or None for anything else."""
    return int(said) if said and re.fullmatch(r"[1-9][0-9]{0,17}", said) else None


def line(request: HttpRequest, name: str) -> str:
    """A field of one line, cleaned; empty where it was not sent."""
    return clean_line(request.POST.get(name, "")[:2000])


def onward(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To the address that `next` names, when it is one of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return redirect(wanted if is_ours else otherwise)


def chosen(request: HttpRequest, name: str, known: Iterable[str]) -> str:
    """One of the known words of an address, the first where another or none was asked for."""
    words = list(known)
    said = request.GET.get(name, "")
    return said if said in words else words[0]


def answered(request: HttpRequest, group: "Group", ways: Mapping[str, tuple[Callable[..., object], str]]) -> str:
    """Does what an owner answered to what another asked for, and gives the sentence for it. Raises `Refusal`."""
    if request.POST.get("answer") not in ways:
        raise Invalid("Choose one of the ways offered.", "no-choice")
    answer, said = ways[request.POST["answer"]]
    answer(actor=actor_of(request), group=group, asked=whole(request.POST["asked"]))
    return said


def day_asked(request: HttpRequest, name: str, otherwise: date) -> str:
    """A day of an address as it was typed, which may be anything; a proposed one where none was."""
    return clean_line(request.GET.get(name, otherwise.isoformat())[:40])
