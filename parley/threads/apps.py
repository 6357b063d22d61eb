from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "parley.threads"
    label = "threads"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from parley.base.events import listen
        from parley.texts.events import TextsChanged
        from parley.threads.services import texts_changed

        listen(TextsChanged, texts_changed)
