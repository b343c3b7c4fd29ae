"""The desk starts with the website."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.desk"
