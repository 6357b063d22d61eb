"""What the server runs: the front, and Django behind it."""

from parley.config.wsgi import application as site
from parley.edge.front import front

application = front(site)
