from collections.abc import Iterator

import pytest

from tests.base.local_site import Site
from tests.errands.workers import workers

__all__ = ["workers"]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def tls_site() -> Iterator[Site]:
    made = Site(tls=True)
    yield made
    made.close()
