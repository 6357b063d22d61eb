"""Lead pictures: of seeds, open where the seed is; of what somebody is about to seed, for that person only."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from parley.people.queries import actor_of, viewer_of
from parley.seeds import queries as seeds
from parley.seeds import readings
from parley.web.methods import takes
from parley.web.opening import open_page


@open_page
@takes("GET")
def seed_picture(request: HttpRequest, seed_id: int) -> HttpResponse:
    """Asked about again each time, so that a group that closes takes its pictures along."""
    seed = seeds.seed_for(viewer_of(request), seed_id)
    whose = "private" if seed.group.is_private else "public"
    picture = seeds.picture_of(seed)
    return _answer(request, picture.digest, bytes(picture.content), picture.content_type, f"{whose}, no-cache")


@takes("GET")
def reading_picture(request: HttpRequest, key: UUID) -> HttpResponse:
    picture = readings.picture_for(actor_of(request), key)
    return _answer(request, picture.digest, bytes(picture.content), picture.content_type, "private, max-age=600")


def _answer(request: HttpRequest, digest: str, content: bytes, content_type: str, caching: str) -> HttpResponse:
    etag = f'"{digest}"'
    answer = get_conditional_response(request, etag=etag) or HttpResponse(content, content_type=content_type)
    for name, value in {"ETag": etag, "Cache-Control": caching, "X-Content-Type-Options": "nosniff"}.items():
        answer.headers[name] = value
    return answer
