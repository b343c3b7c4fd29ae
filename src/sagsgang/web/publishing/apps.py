"""Publishing starts with the website."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.publishing"

    def ready(self) -> None:
        """Tell the rooms before this one what publishing brings."""
        from sagsgang.web.publishing.registration import register

        register()
