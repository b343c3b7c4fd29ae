"""The subscriptions start with the website: they hear of publications and look each morning."""

from django.apps import AppConfig


class SubscriptionsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.subscriptions"

    def ready(self) -> None:
        """Tell the rooms before this one what subscriptions bring."""
        from sagsgang.web.subscriptions.registration import register

        register()
