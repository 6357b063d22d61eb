"""What a share menu or a bookmarklet hands over becomes the form of seeding, wherever it came from.

The browser's share sheet posts without a token of ours, and so could any site. That is safe, because posting here does nothing: the
answer is a form, which the reader sends himself with his own token, or the way to sign in. Nothing is stored, fetched, or counted; a
page that came as a file travels in the form (`pages/shared.py`). Everything is shown as words.
"""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from parley.base.refusals import Refusal
from parley.base.saying import say
from parley.people.queries import viewer_of
from parley.web.answers import page, private_page
from parley.web.content_policy import with_worker
from parley.web.methods import takes
from parley.web.opening import door_page
from parley.web.pages.seed_form import form
from parley.web.pages.seeding import filled_by
from parley.web.pages.shared import Shared, carried, shared, unpacked
from parley.web.rows.places import KeptRow

MOST_IN_ADDRESS = 2_000
"""Characters that what is shared adds to an address at most. It stands in that of signing in again, and proxies take 8,000."""
BOOKMARKLET = (
    "javascript:(()=>{{const u={address}+new URLSearchParams({{url:location.href,title:document.title.slice(0,300),"
    "text:String(getSelection()).trim().slice(0,1000)}});open(u)||(location.href=u)}})()"
)
"""Runs on a page elsewhere, with the words selected there as what becomes the remark."""


@csrf_exempt
@door_page
@takes("GET", "POST")
def share(request: HttpRequest) -> HttpResponseBase:
    """A short share is led to an address, where a cookie comes along that does not with what another site posts."""
    if request.method == "POST" and (place := _address(request)) is not None:
        return HttpResponseRedirect(place, status=303)
    given = shared(request.GET) if request.method != "POST" else _posted(request)
    if viewer_of(request) is not None:
        return _form(request, given)
    if request.method == "POST":
        return _kept(request, given)
    return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")


def _address(request: HttpRequest) -> str | None:
    """None where a file came, or more than an address holds."""
    said = {name: value for name in ("url", "title", "text") if (value := request.POST.get(name, ""))}
    query = urlencode(said)
    is_long = bool(request.FILES) or bool(request.POST.get("carried")) or len(query) > MOST_IN_ADDRESS
    return None if is_long else f"{request.path}?{query}"


def _posted(request: HttpRequest) -> Shared:
    """With the page that came as a file, or that waited in the form for signing in."""
    given = shared(request.POST, [file for _, files in request.FILES.lists() for file in files])
    page = unpacked(request.POST.get("carried", ""))
    return Shared(address=given.address, headline=given.headline, words=given.words, page=page) if page else given


def _form(request: HttpRequest, given: Shared) -> HttpResponse:
    try:
        return form(request, filled_by(given), given.refusal)
    except Refusal as refusal:  # the page does not fit into a form
        rest = Shared(address=given.address, headline=given.headline, words=given.words)
        return form(request, filled_by(rest), refusal)


def _kept(request: HttpRequest, given: Shared) -> HttpResponse:
    """For somebody who is not signed in, or whose cookie stayed away: all of it, to be sent again."""
    sentence = say("Sign in to seed this. What you shared waits on this page: sign in below, then send it again.")
    try:
        on_its_way = carried(given.page)
    except Refusal as refusal:
        on_its_way, sentence = "", f"{sentence} {refusal.sentence}"
    if given.refusal is not None and given.refusal.field == "page":
        sentence = f"{sentence} {given.refusal.sentence}"
    row = KeptRow(
        action=request.path, name="text", text=given.words, sentence=sentence, sign_in_url=f"{settings.LOGIN_URL}?next=/",
        fields=(("url", given.address), ("title", given.headline), ("carried", on_its_way)),
    )  # fmt: skip
    return private_page(request, "kept.html", status=403, kept=row)


@takes("GET")
def from_anywhere(request: HttpRequest) -> HttpResponseBase:
    """How to seed from any page: the share menu of an installed site, and a bookmarklet."""
    address = json.dumps(f"{settings.ADDRESS.rstrip('/')}/share?")
    return with_worker(page(request, "seed_from_anywhere.html", bookmarklet=BOOKMARKLET.format(address=address)))
