"""The cases start with the website."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.cases"
