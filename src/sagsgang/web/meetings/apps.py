"""The meetings start with the website."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.meetings"
