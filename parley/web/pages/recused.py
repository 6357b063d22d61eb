"""Why this mod does not rule on something, and who can."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase

from parley.base.saying import say
from parley.ledger import wording
from parley.moderation import items, recusal
from parley.web import rows
from parley.web.answers import private_page

if TYPE_CHECKING:
    from parley.moderation.items import Item
    from parley.moderation.models import Ruling
    from parley.people.models import Person


def recused(
    request: HttpRequest,
    actor: "Person",
    item: "Item",
    crumbs: "list[rows.CrumbRow]",
    *,
    contests: "Ruling | None" = None,
) -> HttpResponseBase:
    return private_page(
        request,
        "recused.html",
        status=403,
        what=wording.called(items.name_of(item)),
        back=item.url,
        grounds=[say(recusal.SENTENCES[ground]) for ground in recusal.grounds(actor, item, contests=contests)],
        others=[
            rows.AsideRow(label=each.name, url=each.url) for each in recusal.free_to_rule(item, contests=contests)
        ],
        crumbs=crumbs,
    )
