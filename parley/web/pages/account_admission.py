"""Who can join the site, and who can invite: for who runs it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import require
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.people.admission import admission, change_admission
from parley.people.policy import may_run_site
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages.asked import line

WAYS = {
    "open": ("Everybody", "with an e-mail address that is confirmed"),
    "invited": ("Who was invited", "by a link that works once"),
    "closed": ("Nobody", "invitations rest as well"),
}
INVITERS = {"staff": ("The site’s mods and who runs it", ""), "members": ("Every member", "five within seven days")}


@takes("GET", "POST")
def site_admission(request: HttpRequest) -> HttpResponseBase:
    actor, refusal = actor_of(request), None
    require(may_run_site(actor))
    now = admission()
    way, inviters = now.way, now.inviters
    if request.method == "POST":
        way, inviters = line(request, "way"), line(request, "inviters")
        try:
            change_admission(actor=actor, way=way, inviters=inviters)
        except Invalid as invalid:
            refusal = invalid
        else:
            tell(request, "Saved. What changed stands in the log.")
            return redirect("site_admission")
    title = say("Who can join")
    return page(
        request, "form.html", title=title, action="/admission", submit=say("Save"), back="/account/security",
        crumbs=[rows.CrumbRow(label=say("Your account"), url="/account/security"), rows.CrumbRow(label=title)],
        status=refusal.status if refusal else 200, errors=(refusal.sentence,) if refusal else (),
        fields=[_choices("way", title, WAYS, way), _choices("inviters", say("Who can invite"), INVITERS, inviters)],
        more=say("Changes stand in the public log."),
    )  # fmt: skip


def _choices(name: str, label: str, offered: dict[str, tuple[str, str]], chosen: str) -> rows.FieldRow:
    choices = tuple(
        rows.ChoiceRow(value=value, label=say(said), hint=say(hint) if hint else "", is_chosen=value == chosen)
        for value, (said, hint) in offered.items()
    )
    return rows.FieldRow(name=name, label=label, kind="radios", choices=choices, is_required=True)
