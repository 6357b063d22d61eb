from django.apps import AppConfig


class SeedsConfig(AppConfig):
    name = "parley.seeds"
    label = "seeds"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from parley.base.events import listen
        from parley.seeds.services import texts_changed
        from parley.texts.events import TextsChanged

        listen(TextsChanged, texts_changed)
