"""Every address of the site."""

from django.urls import include, path

from parley.web.addresses import accounts, discussion, places, seeding

handler400 = "parley.web.pages.problems.not_read"
handler403 = "parley.web.pages.problems.not_allowed"
handler404 = "parley.web.pages.problems.not_there"
handler500 = "parley.web.pages.problems.went_wrong"

urlpatterns = [
    *seeding.addresses,
    *discussion.addresses,  # most asked for, so looked through early; a seed's words behind its number come after every act
    *places.addresses,
    *accounts.addresses,
    path("", include("parley.feeds.addresses")),
]
