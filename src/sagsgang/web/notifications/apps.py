"""The notifications start with the website."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.notifications"
