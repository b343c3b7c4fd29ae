"""`sagsgang report`: a report described in TOML, computed from a store, as a page of its own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sagsgang.cli.figures.load import StoreFolder, store_folder
from sagsgang.cli.language import _
from sagsgang.cli.output import complain, write

UNREADABLE = 2
#: What the website hides where nobody chose otherwise.
SMALLEST = 5


def report(
    file: Annotated[
        Path, typer.Argument(metavar=_("FILE"), help=_("The report, described in TOML."))
    ],
    period: Annotated[
        str,
        typer.Option(metavar="2025Q2", help=_("The period it is for: year, quarter or month.")),
    ],
    area: Annotated[str, typer.Option(help=_("The municipality's code in the figures."))],
    folder: StoreFolder = None,
    out: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Write the page here."))
    ] = None,
    smallest: Annotated[
        int, typer.Option(help=_("Hide numbers of people under this; 0 hides none."))
    ] = SMALLEST,
) -> None:
    from sagsgang.figures.periods import BadPeriod, Period
    from sagsgang.figures.report import BadReport, as_html, edition_of, report_from_toml
    from sagsgang.figures.store import Store, StoreDamaged

    store = folder or store_folder()
    try:
        wanted = report_from_toml(file.read_text(encoding="utf-8"))
        when = Period.parse(period)
        if not store.is_dir():
            raise FileNotFoundError(2, _("there is no such folder"), str(store))
        made = edition_of(Store(store).snapshot(), wanted, when, area, smallest=smallest)
        page = as_html(made).encode()
        if out is None:
            write(page)
        else:
            out.write_bytes(page)
    except (BadReport, BadPeriod, StoreDamaged, UnicodeDecodeError) as error:
        complain(str(file), str(error))
        raise typer.Exit(UNREADABLE) from error
    except OSError as error:
        complain(str(error.filename or file), error.strerror or str(error))
        raise typer.Exit(UNREADABLE) from error
    for title, cut_off in made.cut_offs:
        print(f"{title}: {cut_off}", file=sys.stderr)
