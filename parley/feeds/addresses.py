"""Addresses of what programs read. A feed's ends in the name of a format (`formats`)."""

from typing import Any

from django.urls import path

from parley.feeds import sitemap
from parley.feeds.lists import discussed_feed, front_feed, group_feed, newest_feed, person_feed, source_feed, tag_feed
from parley.feeds.log import group_log_feed, heads_feed, log_feed
from parley.feeds.oembed import oembed
from parley.feeds.seed import seed_feed

urlpatterns: list[Any] = [
    path("feed.<slug:ending>", front_feed, name="front_feed"),
    path("newest/feed.<slug:ending>", newest_feed, name="newest_feed"),
    path("discussed/feed.<slug:ending>", discussed_feed, name="discussed_feed"),
    path("tags/<path:name>/feed.<slug:ending>", tag_feed, name="tag_feed"),
    path("sources/<path:domain>/feed.<slug:ending>", source_feed, name="source_feed"),
    path("g/<slug:name>/feed.<slug:ending>", group_feed, name="group_feed"),
    path("g/<slug:name>/log/feed.<slug:ending>", group_log_feed, name="group_log_feed"),
    path("m/<slug:name>/feed.<slug:ending>", person_feed, name="person_feed"),
    path("s/<int:seed_id>/feed.<slug:ending>", seed_feed, name="seed_feed"),
    path("log/feed.<slug:ending>", log_feed, name="log_feed"),
    path("log/heads.<slug:ending>", heads_feed, name="log_heads"),
    path("oembed", oembed, name="oembed"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-pages.xml", sitemap.pages, name="sitemap_pages"),
    path("sitemap-<int:number>.xml", sitemap.discussions, name="sitemap_discussions"),
    path("robots.txt", sitemap.robots, name="robots"),
]
