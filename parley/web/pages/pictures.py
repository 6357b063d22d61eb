"""Pictures: of seeds and comments, open where these are; of what somebody is about to post, and what was cut, for few alone."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from parley.base.pictures import CONTENT_TYPE
from parley.moderation import queries as moderation
from parley.people.queries import actor_of, viewer_of
from parley.seeds import queries as seeds
from parley.seeds import readings
from parley.texts import pictures as comment_pictures
from parley.threads import queries as threads
from parley.web.methods import takes
from parley.web.opening import open_page


@open_page
@takes("GET")
def seed_picture(request: HttpRequest, seed_id: int) -> HttpResponse:
    """Asked about again each time, so that a group that closes takes its pictures along."""
    seed = seeds.seed_for(viewer_of(request), seed_id)
    whose = "private" if seed.group.is_private else "public"
    picture = seeds.picture_of(seed)
    return _answer(request, picture.digest, lambda: bytes(picture.content), picture.content_type, f"{whose}, no-cache")


@takes("GET")
def reading_picture(request: HttpRequest, key: UUID) -> HttpResponse:
    picture = readings.picture_for(actor_of(request), key)
    return _answer(request, picture.digest, lambda: bytes(picture.content), picture.content_type, "private, max-age=600")


@open_page
@takes("GET")
def comment_picture(request: HttpRequest, key: UUID) -> HttpResponse:
    """As it is opened. No page is finished with it: whether it still stands is asked each time, so that a cut reaches every cache."""
    return _of_comment(request, key, is_small=False)


@open_page
@takes("GET")
def small_picture(request: HttpRequest, key: UUID) -> HttpResponse:
    """As the discussion shows it."""
    return _of_comment(request, key, is_small=True)


def _of_comment(request: HttpRequest, key: UUID, *, is_small: bool) -> HttpResponse:
    picture, group = threads.picture_for(viewer_of(request), key)
    is_open = group is not None and not group.is_private and viewer_of(request) is None
    caching = "private, no-store" if group is None else f"{'public' if is_open else 'private'}, no-cache"
    name = f"{picture.digest}-{'small' if is_small else 'whole'}"
    content = partial(comment_pictures.content_of, picture, is_small=is_small)
    return _alone(_answer(request, name, content, CONTENT_TYPE, caching))


@takes("GET")
def sealed_picture(request: HttpRequest, key: UUID) -> HttpResponse:
    """For its author and those who rule: also once it was cut, and while it waits."""
    picture = moderation.sealed_picture_for(actor_of(request), key)
    return _alone(HttpResponse(
        comment_pictures.content_of(picture, is_small=False), content_type=CONTENT_TYPE,
        headers={"Cache-Control": "private, no-store"},
    ))  # fmt: skip


def _alone(answer: HttpResponse) -> HttpResponse:
    """What a stranger uploaded is shown as a picture and as nothing else. The style is what a browser puts around it."""
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    answer.headers["Content-Disposition"] = 'inline; filename="picture.webp"'
    return answer


def _answer(request: HttpRequest, digest: str, content: Callable[[], bytes], content_type: str, caching: str) -> HttpResponse:
    etag = f'"{digest}"'
    answer = get_conditional_response(request, etag=etag) or HttpResponse(content(), content_type=content_type)
    for name, value in {"ETag": etag, "Cache-Control": caching, "X-Content-Type-Options": "nosniff"}.items():
        answer.headers[name] = value
    return answer
