"""Every address of the site."""

from django.urls import include, path

from parley.web.addresses import discussion, places, seeding

handler400 = "parley.web.pages.problems.not_read"
handler403 = "parley.web.pages.problems.not_allowed"
handler404 = "parley.web.pages.problems.not_there"
handler500 = "parley.web.pages.problems.went_wrong"

urlpatterns = [
    *places.addresses,
    *seeding.addresses,
    *discussion.addresses,
    path("", include("parley.feeds.addresses")),
]
