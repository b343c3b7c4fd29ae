"""The entries of the menu that lead to cases, and who sees each."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.design.navigation import MenuEntry, menu_register


def has_cases(request: HttpRequest) -> bool:
    """Whether she works with cases at all: staff, and members of a body."""
    standing = standing_of(request.user)
    return is_staff(standing) or bool(standing.seats)


def menu_fill() -> None:
    """Called once when the website starts."""
    menu_register(MenuEntry(20, _("Cases"), "cases:list", has_cases, group="work"))
    menu_register(
        MenuEntry(22, _("For approval"), "cases:to_approve", _is(Role.MANAGER), group="work")
    )
    menu_register(
        MenuEntry(26, _("Appropriation revisions"), "cases:rounds", _plans_money, group="work")
    )
    menu_register(
        MenuEntry(
            24,
            _("Finance statements"),
            "cases:finance_queue",
            _is(Role.FINANCE_REVIEWER),
            group="work",
        )
    )


def _plans_money(request: HttpRequest) -> bool:
    return standing_of(request.user).has_any(Role.FINANCE_REVIEWER, Role.SECRETARY)


def _is(role: str):
    return lambda request: standing_of(request.user).has_any(role)
