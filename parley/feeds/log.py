"""The heads of the log as Atom: whoever keeps a copy sees later whether the log was changed."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from parley.ledger import tree

HEADS = 50


def heads_feed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- the same for everybody
    """At most `HEADS`, newest first."""
    host = urlsplit(settings.ADDRESS).hostname or "parley"
    feed = Atom1Feed(
        title=f"Heads of the log · {host}", link=f"{settings.ADDRESS}/log", description="", language="en",
        feed_url=f"{settings.ADDRESS}/log/heads.atom", feed_guid=f"tag:{host},2026:log/heads",
    )  # fmt: skip
    for head in tree.heads(limit=HEADS):
        feed.add_item(
            title=f"{head.size:,} entries", link=f"{settings.ADDRESS}/log/head?size={head.size}", pubdate=head.at,
            updateddate=head.at, description=f"<pre>{escape(head.note)}</pre>",
            unique_id=f"tag:{host},2026:log/head/{head.size}",
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


heads_feed.is_open = True  # type: ignore[attr-defined] # read by web.middleware.Viewer, as in `seed.py`
