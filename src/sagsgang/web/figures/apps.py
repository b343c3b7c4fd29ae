"""Figures start with the website."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.figures"

    def ready(self) -> None:
        """Tell the rooms before this one what figures bring."""
        from sagsgang.web.figures.registration import register

        register()
