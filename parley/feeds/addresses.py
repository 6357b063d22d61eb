"""Addresses of feeds."""

from typing import Any

urlpatterns: list[Any] = []
