"""Django's checks of passwords, with our sentences, which are translated."""

from typing import Any

from django.contrib.auth import password_validation as checks

from parley.base.saying import counted, say


class LongEnough(checks.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return counted(
            "This password is too short. It must contain at least {count} character.",
            "This password is too short. It must contain at least {count} characters.", self.min_length,
        )  # fmt: skip


class Uncommon(checks.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return say("This password is too common.")


class Unlike(checks.UserAttributeSimilarityValidator):
    def get_error_message(self) -> Any:
        return say("The password is too similar to your name or address.")
