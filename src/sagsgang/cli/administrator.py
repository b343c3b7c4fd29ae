"""`sagsgang administrator`: makes the first administrator, and prints her one-time link."""

import sys
from typing import Annotated

import typer

from sagsgang.cli.database import open_database
from sagsgang.cli.language import _
from sagsgang.cli.output import complain

UNDONE = 2


def administrator(
    mail: Annotated[str, typer.Argument(metavar=_("MAIL"), help=_("Her mail address."))],
    name: Annotated[
        str, typer.Option(metavar=_("NAME"), help=_("Her name; needed for a new account."))
    ] = "",
    address: Annotated[
        str,
        typer.Option(
            metavar=_("ADDRESS"),
            help=_("Where the website is, as https://…; otherwise from the settings."),
            show_default=False,
        ),
    ] = "",
) -> None:
    open_database()
    from django.utils import translation

    from sagsgang.cli import language
    from sagsgang.web.accounts.links import own_address, password_link
    from sagsgang.web.accounts.services import administrator_make
    from sagsgang.web.design.refusal import Refusal

    with translation.override(language.chosen()):
        try:
            account, state = administrator_make(email=mail, name=name)
        except Refusal as refusal:
            complain("administrator", str(refusal.message))
            raise typer.Exit(UNDONE) from None
    said = {
        "new": _("{} is an administrator now."),
        "raised": _("{} had an account and is an administrator now."),
        "reopened": _("{} is an administrator again; the account was closed."),
        "known": _("{} is an administrator already; here is a new link."),
    }
    print(said[state].format(account.name), file=sys.stderr)
    print(_("Choose a password by this link. It works once, for three days:"), file=sys.stderr)
    print(password_link(account, address or own_address()))
