"""The site without its front, by plain WSGI: `python -m tests.plain_server PORT`, in the home folder that the settings name."""

import os
import sys
from pathlib import Path

from parley.ops import machine


def main() -> None:
    port = sys.argv[1]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
    os.environ.setdefault("PARLEY_ADDRESS", f"http://127.0.0.1:{port}")
    machine.settle(Path(os.environ["PARLEY_HOME"]))
    machine.migrate()
    granian = str(Path(sys.executable).with_name("granian"))
    words = [granian, "--interface", "wsgi", "--port", port, "--workers", "1", "--blocking-threads", "8"]
    words += ["--no-access-log", "--log-level", "warning", "parley.config.wsgi:application"]
    os.execv(granian, words)  # noqa: S606 -- the tests' own server, no shell


if __name__ == "__main__":
    main()
