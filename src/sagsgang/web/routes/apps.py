"""The routes start with the website."""

from django.apps import AppConfig


class RoutesConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.routes"
