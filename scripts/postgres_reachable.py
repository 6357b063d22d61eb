"""Ends with status 0 where PARLEY_TEST_POSTGRES answers."""

import os
import sys

import psycopg

try:
    psycopg.connect(os.environ["PARLEY_TEST_POSTGRES"], connect_timeout=3).close()
except (KeyError, psycopg.Error) as error:
    print(f"PostgreSQL is not reachable: {error}", file=sys.stderr)
    sys.exit(1)
