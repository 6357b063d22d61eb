"""Keys of finished pages: what a page shows has keys, whoever changes it names them, and nobody is shown the page as it was before
(docs/decisions/0020-finished-pages.md).

    purge(f"seed/{seed.pk}")              # in the transaction of a cut: what was kept is gone for everybody
    renew(f"seed/{seed.pk}", "front")     # of a vote: the next reader gets it anew, others the last one until it is made

Keys and who holds them:

    site            every page: who runs the site, its settings
    group/ID        every page of a group: its settings, its rules, who runs it
    members/ID      who is in a group
    lists/ID        the lists of a group's seeds
    front           the lists of all seeds
    groups          the list of groups
    seed/ID         a discussion: article, comments, votes, cuts, strain
    person/ID       a member's page: seeds and comments
    listens/ID      what a member hears while he reads, until a session of his ends
    log             entries of the public log and their places in it
"""

from parley.base.keys.shelf import Made, Shelf
from parley.base.keys.showing import shows
from parley.base.keys.touching import purge, renew

__all__ = ["Made", "Shelf", "purge", "renew", "shows"]
