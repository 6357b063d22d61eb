"""Addresses of feeds."""

from typing import Any

from django.urls import path

from parley.feeds.log import heads_feed
from parley.feeds.seed import seed_feed

urlpatterns: list[Any] = [
    path("s/<int:seed_id>/feed.atom", seed_feed, name="seed_feed"),
    path("log/heads.atom", heads_feed, name="log_heads"),
]
