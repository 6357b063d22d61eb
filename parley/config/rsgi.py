"""What the server runs: the front, and Django behind it."""

import gc

from django.conf import settings

from parley.config.wsgi import application as site
from parley.edge.front import Front

application = Front(site, megabytes=settings.PAGES_MEGABYTES, streams=settings.LIVE_STREAMS)
# What was loaded stays. Looked through again and again for what could go, it stops every reader for a tenth of a second.
gc.collect()
gc.freeze()
