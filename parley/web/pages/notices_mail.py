"""Ending mails by the link in them (RFC 8058): without an account's session, and without a token of ours but the link's own."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from parley.inbox import unsubscribing
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page


@csrf_exempt
@open_page
@takes("GET", "POST")
def mail(request: HttpRequest, token: str) -> HttpResponseBase:
    """Reading it changes nothing, since programs look at links in mails; a mail program's own button posts."""
    wish = unsubscribing.read(token)
    everything = request.POST.get("everything") == "1" or wish.scope == unsubscribing.ALL
    if request.method == "POST":
        unsubscribing.end(wish, everything=everything)
    is_done, ends = request.method == "POST", unsubscribing.Wish(wish.person, unsubscribing.ALL) if everything else wish
    answer = page(
        request, "notices_mail.html", action=unsubscribing.path_of(token), sentence=ends.told if is_done else ends.asked,
        is_done=is_done, is_all=everything,
    )  # fmt: skip
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
