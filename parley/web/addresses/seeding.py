"""Addresses of bringing an article, of pictures, and of what installs the site."""

from django.urls import path

from parley.web.pages import installing, pictures, preview, seeding, sharing

addresses = [
    path("seed", seeding.seed_new, name="seed_new"),
    path("seed/preview", preview.seed_preview, name="seed_preview"),
    path("seed/from-anywhere", sharing.from_anywhere, name="from_anywhere"),
    path("share", sharing.share, name="share"),
    path("seed/picture/<uuid:key>", pictures.reading_picture, name="reading_picture"),
    path("s/<int:seed_id>/picture", pictures.seed_picture, name="seed_picture"),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("sw.js", installing.worker, name="worker"),
    path("offline", installing.offline, name="offline"),
]
