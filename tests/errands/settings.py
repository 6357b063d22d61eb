"""The site as it is, with the jobs of tests, short leases, and little patience with a locked database."""

import os

from parley.config.settings import *  # noqa: F403
from parley.config.settings import DATABASES, INSTALLED_APPS

INSTALLED_APPS += ["tests.errands"]
JOB_LEASE, JOB_ATTEMPTS, JOB_DELAY = float(os.environ.get("ERRANDS_LEASE", "2")), 2, 0.05
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["timeout"] = 0.3
