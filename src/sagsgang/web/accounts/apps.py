"""The accounts start with the website: their page in the menu, and what is told of signing in."""

from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.accounts"

    def ready(self) -> None:
        from sagsgang.web.accounts import signing_in
        from sagsgang.web.accounts.permissions import account_may
        from sagsgang.web.design.navigation import MenuEntry, menu_register

        def is_shown(request: HttpRequest) -> bool:
            return account_may(getattr(request, "user", None), "users_read")

        menu_register(MenuEntry(90, _("Users"), "accounts:users", is_shown, group="work"))
        signing_in.listen()
