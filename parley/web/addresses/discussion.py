"""Addresses of these pages."""

from typing import Any

addresses: list[Any] = []
