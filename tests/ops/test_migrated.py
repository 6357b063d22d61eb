"""What migrations make is what the models say: every constraint and index is there under its name."""

import os
import sqlite3
import subprocess
from contextlib import closing

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.server import PARLEY, empty_in, surroundings

pytestmark = pytest.mark.database
INDEXES = "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' UNION SELECT conname FROM pg_constraint"


def named() -> set[str]:
    models = [each for each in apps.get_models() if each.__module__.startswith("parley.")]
    return {each.name for model in models for each in (*model._meta.constraints, *model._meta.indexes)}


def test_a_migrated_database_has_every_constraint_and_index(tmp_path, request):
    if connection.vendor == "sqlite":
        empty_in(tmp_path)
        with closing(sqlite3.connect(tmp_path / "parley.sqlite3")) as made:
            there = " ".join(sql for (sql,) in made.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
        assert {name for name in named() if f'"{name}"' not in there} == set()
        return
    found, name = settings.DATABASES["default"], f"parley_migrated_{os.getpid()}"
    server = f"postgresql://{found['USER']}@{found['HOST']}:{found['PORT'] or 5432}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as outside:
        outside.execute(f"CREATE DATABASE {name}")
        request.addfinalizer(lambda: dropped(server, name))
    surrounded = surroundings(tmp_path, PARLEY_DATABASE=f"{server}/{name}")
    subprocess.run([PARLEY, "manage", "migrate"], env=surrounded, capture_output=True, check=True, timeout=300)
    with psycopg.connect(f"{server}/{name}") as made:
        there = {row[0] for row in made.execute(INDEXES)}
    assert named() - there == set()


def dropped(server: str, name: str) -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as outside:
        outside.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
