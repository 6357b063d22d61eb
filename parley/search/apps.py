from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "parley.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from parley.search import filling, keeping

        post_migrate.connect(filling.set_up, sender=self)
        keeping.begin()
