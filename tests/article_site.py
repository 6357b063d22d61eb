"""A news site on loopback with an article of our own making, for what is fetched through the site's front door."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

from PIL import Image

PARAGRAPHS = (
    "At ten past eleven on Sunday the Marigold will cross the river for the last time, and nobody has yet said what comes after her.",
    "“We were never asked,” said Ilse Brandt, who has stood at the wheel for nineteen years. “Somebody counted buses instead.”",
    ("The operator says that the boats are too old and the crossing too empty. The crews answer that the counters were "
    "switched off in March, on the two busiest weekends of the year, and never switched on again."),
    ("The council will talk about a subsidy on Thursday. A first draft, which this paper has seen, sets aside enough for "
    "one winter, provided that the operator opens its books, which it has refused to do since the spring."),
    ("Last year the ferry carried thirty-one people a night on average, by its own figures; a passenger group that stood "
    "at the landing for six weeks with a clipboard found fifty-four, and has handed its lists to the council."),
    ("Whoever misses the last boat has a walk of seven kilometres to the bridge, most of it without a pavement. The "
    "hospital’s night shift, of which a third lives on the far bank, has asked for a bus that nobody wants to pay for."),
    ("The hull itself is sound, an inspection found in September: it is the engine that is at its end, and a spare one "
    "lies in a shed two villages upstream, bought in better years and never unpacked by the zanderfluke quartermaster."),
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Last call for the night ferry - Tidewatch</title>
<meta property="og:site_name" content="Tidewatch"><meta property="og:title" content="Last call for the night ferry - Tidewatch">
<meta property="og:image" content="{home}/ferry.png"><meta name="author" content="Noor Halloran">
<meta property="article:published_time" content="2026-11-20T08:00:00+00:00"><link rel="canonical" href="{home}/ferry?id=7">
</head><body><header><nav><a href="/">Home</a></nav></header><article><h1>Last call for the night ferry</h1>
<p class="byline">By Noor Halloran</p>{body}</article><footer><p>All rights reserved by Tidewatch.</p></footer></body></html>"""


class Paper(ThreadingHTTPServer):
    """Answers what stands in `answers`: path to (status, content type, body); what does not is 404."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.home = f"http://127.0.0.1:{self.server_port}"
        body = "".join(f"<p>{each}</p>" for each in (*PARAGRAPHS[:3], "CLOSE X", *PARAGRAPHS[3:]))
        page = PAGE.format(home=self.home, body=body).encode()
        self.answers: dict[str, tuple[int, str, bytes]] = {
            "/ferry?id=7": (200, "text/html; charset=utf-8", page),
            "/ferry?id=7&utm_source=mail": (200, "text/html; charset=utf-8", page),
            "/ferry.png": (200, "image/png", picture()),
        }
        self.asked: list[str] = []


class Answering(BaseHTTPRequestHandler):
    server: Paper

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        status, kind, body = self.server.answers.get(self.path, (404, "text/plain", b"no"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """A test says enough."""


def picture() -> bytes:
    made = BytesIO()
    Image.new("RGB", (640, 360), (30, 60, 90)).save(made, "PNG")
    return made.getvalue()


@contextmanager
def printed() -> Iterator[Paper]:
    """The paper, answering for as long as the block lasts."""
    paper = Paper()
    thread = threading.Thread(target=paper.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield paper
    finally:
        paper.shutdown()
        thread.join(5)
        paper.server_close()
