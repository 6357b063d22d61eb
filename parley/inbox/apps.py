from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "parley.inbox"
    label = "inbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from parley.inbox import listening

        listening.begin()
