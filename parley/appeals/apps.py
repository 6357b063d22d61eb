from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "parley.appeals"
    label = "appeals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from parley.appeals import listening

        listening.begin()
