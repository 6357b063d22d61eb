from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Without tables; an app so that workers find its recurring jobs."""

    name = "parley.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"
