"""The jobs start with the website."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.jobs"
