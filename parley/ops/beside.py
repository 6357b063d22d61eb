"""Processes beside the server: the worker, and its keeper, who starts it anew when it dies. Each ends when its parent has ended."""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

GRACE = 8
"""Seconds that a running job has to finish in when its worker is told to end."""
PAUSE = 5
"""Seconds before a worker starts: after the server's first answer, and after the end of the worker before."""
LONG_LIFE = 60
"""Seconds; a worker that dies sooner is started anew after a longer pause each time. A server starts within them."""
ASKED_FOR = "/static/icon.svg"
"""A file, which is given to whoever asks under whatever name, without a look into the database."""


def start_worker(host: str, port: int) -> None:
    """Start a keeper of this process, which is about to become the server there."""
    subprocess.Popen([_parley(), "work", "--keep", host, str(port), "--beside", str(os.getpid())])


def keep_worker(server: int, host: str, port: int) -> None:
    """Have a worker as long as the server lives. It gives way to the server where both want the processor."""
    until = told_to_end(parent=server, grace=GRACE + 2)
    os.nice(15)
    _wait_for_answer(host, port, until)
    pause = PAUSE
    while not until.wait(pause):
        started = time.monotonic()
        worker = subprocess.Popen([_parley(), "work", "--beside", str(os.getpid())])
        while worker.poll() is None and not until.wait(0.5):
            pass
        worker.terminate()
        worker.wait()
        died_young = time.monotonic() - started < LONG_LIFE
        pause = min(pause * 2, LONG_LIFE) if died_young else PAUSE


def _wait_for_answer(host: str, port: int, until: Event) -> None:
    """Until the server gives its first answer; one that gives none for long is no reason to go without a worker."""
    last = time.monotonic() + LONG_LIFE
    while time.monotonic() < last and not until.wait(0.25):
        with suppress(OSError), socket.create_connection((host, port), timeout=LONG_LIFE) as asking:
            asking.sendall(f"HEAD {ASKED_FOR} HTTP/1.0\r\n\r\n".encode())
            if asking.recv(1):
                return


def told_to_end(*, parent: int | None, grace: float) -> Event:
    """Set on SIGTERM or SIGINT, or when `parent` is gone. Whoever is still there `grace` seconds later is ended.

    A thread waits for it, because the main one may be inside the database for longer than that.
    """
    until = Event()
    woken, wakes = socket.socketpair()
    wakes.setblocking(False)
    signal.set_wakeup_fd(wakes.fileno())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    Thread(target=_wait_for_the_end, args=(until, (woken, wakes), parent, grace), daemon=True).start()
    return until


def _wait_for_the_end(
    until: Event, sockets: tuple[socket.socket, socket.socket], parent: int | None, grace: float
) -> None:
    while parent is None or os.getppid() == parent:
        if select.select([sockets[0]], [], [], 0.5)[0]:
            break
    until.set()
    time.sleep(grace)
    os._exit(1)


def _parley() -> str:
    return str(Path(sys.executable).with_name("parley"))
