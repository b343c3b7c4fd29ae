"""`sagsgang loads`: the loads of figures there were, and one of them withdrawn."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from sagsgang.cli.figures.danish_time import moment_shown
from sagsgang.cli.figures.load import StoreFolder, store_folder
from sagsgang.cli.language import _
from sagsgang.cli.output import complain

if TYPE_CHECKING:
    from sagsgang.figures.store import Store

REFUSED = 2


def loads(
    withdraw: Annotated[
        int | None,
        typer.Option(metavar=_("NUMBER"), help=_("Withdraw this load."), show_default=False, min=1),
    ] = None,
    because: Annotated[
        str, typer.Option(metavar=_("WHY"), help=_("Why it is withdrawn."), show_default=False)
    ] = "",
    folder: StoreFolder = None,
) -> None:
    from sagsgang.figures.store import Store, StoreDamaged

    store = Store(folder or store_folder())
    try:
        if withdraw is not None:
            _withdraw(store, withdraw, because)
        for load in store.loads():
            told = (
                f"{load.number:>4}  {moment_shown(load.added_at)}  {load.origin.source:<10} "
                f"{load.rows:>8}  {load.origin.file_sha256[:8]}  {load.origin.file_name}"
            )
            gone = _("withdrawn: {}").format(load.withdrawn_because) if load.withdrawn_at else ""
            print(f"{told}  {gone}".rstrip())
    except StoreDamaged as error:
        complain("loads", str(error))
        raise typer.Exit(REFUSED) from None


def _withdraw(store: "Store", number: int, because: str) -> None:
    if not because.strip():
        raise typer.BadParameter(_("say why"), param_hint="--because")
    try:
        store.withdraw(number, at=datetime.now(UTC), because=because.strip())
    except KeyError:
        complain("loads", _("there is no load {}").format(number))
        raise typer.Exit(REFUSED) from None
    except ValueError as error:
        complain("loads", str(error))
        raise typer.Exit(REFUSED) from None
    print(_("Load {} no longer counts.").format(number))
