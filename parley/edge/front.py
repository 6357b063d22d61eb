"""The ASGI front. For now every request goes on to Django; finished pages and live events will be answered here."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
THREADS = 8


def front(site: Callable[..., Any]) -> Application:
    """ASGI application around a WSGI one."""
    behind = WSGIMiddleware(site, workers=THREADS)

    async def application(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return

        # a2wsgi hands these two to the loop as coroutine functions; Granian's own are none (docs/decisions).
        async def received() -> Message:
            return await receive()

        async def sent(message: Message) -> None:
            await send(message)

        if scope["type"] == "http":
            await behind(scope, received, sent)  # type: ignore[arg-type] # its own names for the same shapes

    return application


async def _live(receive: Receive, send: Send) -> None:
    """Start and stop without anything to do."""
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return
