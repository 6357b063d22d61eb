"""nginx with one worker and our own finished page as a file: the bytes that we answer, and beside them those we answer to gzip."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.processes import CannotError, free_port, running

CONFIGURATION = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx-errors.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=100 inactive=10m;
  open_file_cache_valid 10m;
  keepalive_requests 100000000;
  default_type text/html;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/files;
    gzip_static on;
  }}
}}
"""


def program() -> str:
    """Raises `CannotError` where it is not installed."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise CannotError("nginx is not installed, and without it there is no measure: apt-get install nginx-light")
    return found


@contextlib.contextmanager
def serving(folder: Path, plain: bytes, packed: bytes) -> Iterator[str]:
    """The address of the page."""
    port, files = free_port(), folder / "files"
    files.mkdir(parents=True)
    (files / "page.html").write_bytes(plain)
    (files / "page.html.gz").write_bytes(packed)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=port, user=user), encoding="utf-8")
    words = [program(), "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx-errors.log")]
    with running(words, port=port, log=folder / "nginx.log", environment=os.environ, folder=folder, path="/page.html"):
        yield f"http://127.0.0.1:{port}/page.html"
