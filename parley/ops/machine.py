"""What commands need of the machine: a home folder with its secret, a migrated database, a free port."""

import os
import secrets
import socket
from collections.abc import Callable
from pathlib import Path

from parley.ops.refusals import CannotRun


def settle(home: Path) -> None:
    """Make `home` the place of database and secrets, before Django reads its settings. What the environment says stands."""
    home.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("PARLEY_HOME", str(home))
    _keep_secret(home / "secret_key", "PARLEY_SECRET_KEY", lambda: secrets.token_urlsafe(50))
    _keep_secret(home / "log_key", "PARLEY_LOG_KEY", lambda: secrets.token_hex(32))
    _keep_secret(home / "push_key", "PARLEY_PUSH_KEY", lambda: secrets.token_hex(32))


def _keep_secret(file: Path, setting: str, make: Callable[[], str]) -> None:
    """The setting as a file of the home folder, made once, unless the environment has it."""
    if setting in os.environ or f"{setting}_FILE" in os.environ:
        return
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(make())
    os.environ[f"{setting}_FILE"] = str(file)


def migrate() -> None:
    """Set Django up and bring the database to this version."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def check_port(host: str, port: int) -> None:
    """Raises `CannotRun` when somebody listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotRun(
                f"port {port} on {host} cannot be had ({error.strerror}). Choose another: PORT={port + 1} make demo"
            ) from None


def serve(host: str, port: int, *, worker: bool) -> None:
    """Become the server, with a `worker` for background jobs beside it; does not return. Django is set up."""
    import sys

    from django.conf import settings

    from parley.ops import beside

    granian = str(Path(sys.executable).with_name("granian"))
    command = [granian, "--interface", "rsgi", "--host", host, "--port", str(port)]
    command += ["--workers", str(settings.SERVER_PROCESSES), "--respawn-failed-workers"]
    # Granian stops answering everything once this many requests are open; its default is far too low (docs/decisions).
    command += ["--backlog", "8192", "--backpressure", str(settings.LIVE_STREAMS + 4000)]
    command += ["--http", "1", "--no-ws", "--loop", "uvloop", "--http1-header-read-timeout", "15000", "--http1-buffer-size", "65536"]
    command += ["--workers-kill-timeout", "5s"]  # told to end, it would wait for whoever listens or has said half a request
    command += ["--no-access-log", "--log-level", "warning", "parley.config.rsgi:application"]
    if worker:
        beside.start_worker(host, port)
    os.execv(granian, command)  # noqa: S606 -- our own server, no shell
