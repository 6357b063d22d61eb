"""Addresses of bringing an article, and of pictures."""

from django.urls import path

from parley.web.pages import pictures, preview, seeding

addresses = [
    path("seed", seeding.seed_new, name="seed_new"),
    path("seed/preview", preview.seed_preview, name="seed_preview"),
    path("seed/picture/<uuid:key>", pictures.reading_picture, name="reading_picture"),
    path("s/<int:seed_id>/picture", pictures.seed_picture, name="seed_picture"),
]
