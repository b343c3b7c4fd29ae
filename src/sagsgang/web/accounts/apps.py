"""The accounts start with the website."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.accounts"
