"""django-spirit: a forum on Django, from its own project template with its cache, on SQLite with our settings of durability."""

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.community import PAGE, PASSWORD, SIGNING_IN
from bench.load import Target
from bench.peers import SERVER, Peer, Running, versions
from bench.posting import Client
from bench.processes import CannotError, free_port, running
from bench.visitor import Visitor
from bench.words import text

SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "for a bench"
ALLOWED_HOSTS = ["127.0.0.1"]
ST_RATELIMIT_ENABLE = False
ST_DOUBLE_POST_THRESHOLD_MINUTES = 0
ST_SITE_URL = "http://127.0.0.1/"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
LOGGING = {"version": 1, "disable_existing_loggers": True}
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(BASE_DIR, "spirit.sqlite3"), "OPTIONS": {
    "timeout": 20, "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
}}}
"""
LARGEST = 100
"""Comments on a page, at most."""
MOVE_IN = """
import json, sys
from django.contrib.auth import get_user_model
from djconfig import config
from djconfig.models import Config
from spirit.category.models import Category
from spirit.topic.models import Topic
for number in range(int(sys.argv[1])):
    person = get_user_model().objects.create_user(f"member{number}", f"member{number}@spirit.example", sys.argv[2])
    person.st.is_verified = True
    person.st.save()
Config.objects.update_or_create(key="comments_per_page", defaults={"value": sys.argv[3]})
category = Category.objects.create(title="Bench")
topics = [Topic.objects.create(user=person, category=category, title=title) for title in ("Read", "Posted")]
print(json.dumps([[topic.pk, topic.get_absolute_url()] for topic in topics]))
"""


def done(words: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    """What a command of the peer printed; raises `CannotError`."""
    ended = subprocess.run(words, cwd=folder, env=dict(environment), capture_output=True, text=True, check=False, timeout=300)
    if ended.returncode:
        said = ended.stderr.strip().splitlines()
        raise CannotError(f"django-spirit cannot be set up: {said[-1] if said else words[-1]}")
    return ended.stdout


def set_up(programs: Path, folder: Path, environment: Mapping[str, str]) -> list[tuple[int, str]]:
    """Keys and addresses of two topics: one to read, one to post in."""
    done([str(programs / "spirit"), "startproject", "site_", "--path", str(folder)], folder, environment)
    (folder / "site_" / "settings" / "bench.py").write_text(SETTINGS, encoding="utf-8")
    (folder / "move_in.py").write_text(f"import django\ndjango.setup()\n{MOVE_IN}", encoding="utf-8")
    python = str(programs / "python")
    for command in (["migrate"], ["createcachetable"], ["collectstatic", "--noinput"]):
        done([python, "manage.py", *command], folder, environment)
    said = done([python, "move_in.py", str(SIGNING_IN), PASSWORD, str(LARGEST)], folder, environment)
    return [(key, url) for key, url in json.loads(said.strip().splitlines()[-1])]


def poster(address: str, topic: int, number: int) -> Client:
    visitor = Visitor(address)
    visitor.sign_in("/user/login/", {"username": f"member{number}", "password": PASSWORD})
    token = visitor.form(f"/comment/{topic}/publish/")["csrfmiddlewaretoken"]

    def post(said: str) -> None:
        visitor.send(f"/comment/{topic}/publish/", {"csrfmiddlewaretoken": token, "comment": said})

    return Client(post, visitor.close)


@contextlib.contextmanager
def spirit(programs: Path, folder: Path) -> Iterator[Running]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}
    environment |= {"DJANGO_SETTINGS_MODULE": "site_.settings.bench", "PYTHONPATH": str(folder)}
    (read, url), (posted, _) = set_up(programs, folder, environment)
    words = [str(programs / "gunicorn"), "--bind", f"127.0.0.1:{port}", *SERVER, "site_.wsgi"]
    with running(words, port=port, log=folder / "django-spirit.log", environment=environment, folder=folder):
        client = poster(address, read, 0)
        for number in range(PAGE):
            client.post(text(number))
        client.close()
        pages = [Target(f"django-spirit ({LARGEST}: its largest page)", address + url, holds="comments_list__comment js-comment")]
        versions_ = versions(programs, ("django-spirit", "Django", "gunicorn"))
        yield Running(pages, lambda number: poster(address, posted, number), versions_)


PEER = Peer("django-spirit", ("django-spirit", "gunicorn"), spirit)
