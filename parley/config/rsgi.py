"""What the server runs: the front, and Django behind it."""

from django.conf import settings

from parley.config.wsgi import application as site
from parley.edge.front import Front

application = Front(site, megabytes=settings.PAGES_MEGABYTES, streams=settings.LIVE_STREAMS)
