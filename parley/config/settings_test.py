"""Settings of the tests: fast hashing, mail in memory, a database of the run's choice."""

import os

os.environ.setdefault("PARLEY_SECRET_KEY", "only-for-tests")
os.environ.setdefault("PARLEY_LOG_KEY", "5e" * 32)
os.environ.setdefault("PARLEY_PUSH_KEY", "6f" * 32)
os.environ.setdefault("PARLEY_MAIL", "memorymail://")

from parley.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405 -- pytest-django knows Django's own engine only
