from django.apps import AppConfig


class SeedsConfig(AppConfig):
    name = "parley.seeds"
    label = "seeds"
    default_auto_field = "django.db.models.BigAutoField"
