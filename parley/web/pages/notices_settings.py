"""How one is told: mails by sort, the hour of the daily mail, browsers that hear by web push."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect

from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.inbox import devices, preferences, topics, vapid
from parley.people.devices import shown
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.content_policy import with_worker
from parley.web.methods import takes
from parley.web.pages.asked import line


@takes("GET", "POST")
def settings(request: HttpRequest) -> HttpResponseBase:
    actor = actor_of(request)
    if request.method != "POST":
        ways = {topic.value: way.value for topic, way in preferences.of(actor.pk).items()}
        return _form(request, ways, str(preferences.hour_of(actor.pk)))
    chosen = {topic.value: line(request, topic) for topic in preferences.concerning(actor)}
    hour = line(request, "hour")
    try:
        preferences.choose(actor=actor, chosen=chosen, hour=hour)
    except Invalid as refusal:
        return _form(request, chosen, hour, refusal)
    tell(request, "Saved. From now on you are told as you chose.")
    return redirect("/notices/settings")


def _form(request: HttpRequest, ways: dict[str, str], hour: str, refusal: Invalid | None = None) -> HttpResponse:
    actor = actor_of(request)
    answer = private_page(
        request, "notices_settings.html", status=refusal.status if refusal else 200, here="notices",
        fields=[_field(topic.value, say(topic.label), ways[topic.value]) for topic in preferences.concerning(actor)],
        hour=_hour(hour),
        errors=[refusal.sentence] if refusal else [], key=vapid.public_key(), most=devices.MOST, email=actor.email,
        devices=[rows.DeviceRow(
            name=shown(each.name), endpoint=each.endpoint, since=each.created_at, stop_url=f"/notices/devices/{each.pk}/stop"
        ) for each in devices.of(actor)],
    )  # fmt: skip
    return with_worker(answer)


def _field(name: str, label: str, way: str) -> rows.FieldRow:
    choices = tuple(rows.ChoiceRow(value=value, label=say(said), is_chosen=value == way) for value, said in topics.WAYS)
    return rows.FieldRow(name=name, label=label, kind="select", choices=choices)


def _hour(chosen: str) -> rows.FieldRow:
    hours = tuple(
        rows.ChoiceRow(value=str(each), label=say("{at} UTC", at=f"{each}:00"), is_chosen=str(each) == chosen) for each in range(24)
    )
    return rows.FieldRow(name="hour", label=say("The daily mail comes at"), kind="select", choices=hours)


@takes("POST")
def device(request: HttpRequest) -> HttpResponseBase:
    """For `behaviours/push.js`: this browser hears from now on, or no more (`stop`)."""
    actor, endpoint = actor_of(request), request.POST.get("endpoint", "")
    if request.POST.get("stop"):
        devices.remove_by_endpoint(actor=actor, endpoint=endpoint)
        return JsonResponse({"hears": False})
    try:
        devices.add(
            actor=actor, endpoint=endpoint, p256dh=request.POST.get("p256dh", ""), auth=request.POST.get("auth", ""),
            browser=request.headers.get("User-Agent", ""),
        )  # fmt: skip
    except Invalid as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=refusal.status)
    return JsonResponse({"hears": True})


@takes("POST")
def stop(request: HttpRequest, device_id: int) -> HttpResponseBase:
    devices.remove(actor=actor_of(request), device_id=device_id)
    tell(request, "That browser hears no more.")
    return redirect("/notices/settings#devices")
