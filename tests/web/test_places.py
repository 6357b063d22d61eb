"""The front page, groups, members, and people through the front door."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/newest", "/g", "/log", "/m/ada", "/patterns"])
def test_open_pages_can_be_read(as_, people, seed, address):
    for reader in (None, people.ada):
        assert as_(reader).get(address).status_code == 200
