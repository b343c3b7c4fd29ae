"""`sagsgang figure`: an indicator and periods in; figures with all they rest on out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagsgang.cli.figures.formats import Format
from sagsgang.cli.language import _
from sagsgang.cli.output import complain, encoded, write

if TYPE_CHECKING:
    from sagsgang.cli.figures.asking import Asked

BAD_QUESTION = 2


def figure(
    name: Annotated[
        str, typer.Argument(metavar=_("NAME"), help=_("The indicator."), show_default=False)
    ],
    period: Annotated[
        list[str],
        typer.Option(
            metavar="2025M05",
            help=_("2025, 2025Q2 or 2025M05; several make a table over time."),
            show_default=False,
        ),
    ],
    by: Annotated[
        list[str] | None,
        typer.Option(metavar=_("DIMENSION"), help=_("Split by it."), show_default=False),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("DIMENSION=MEMBER"), help=_("Only what is of this."), show_default=False
        ),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("NAME=NUMBER"), help=_("An assumption it asks for."), show_default=False
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            metavar=_("AREA"),
            help=_("A municipality's name or code, or 000; needed when there are several."),
            show_default=False,
        ),
    ] = None,
    price_level: Annotated[
        int | None,
        typer.Option(
            metavar=_("YEAR"), help=_("Tell money in this year's prices."), show_default=False
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            metavar=_("MOMENT"),
            help=_("As it was known then: 2025-05-12 or 2025-05-12T14:30."),
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            metavar=_("FOLDER"),
            help=_("Where the figures are; otherwise those of the website."),
            show_default=False,
        ),
    ] = None,
    recompute: Annotated[
        bool,
        typer.Option("--recompute", metavar="", help=_("Also what the plain recomputation gives.")),
    ] = False,
    form: Annotated[
        Format,
        typer.Option(
            "--format", metavar="text|json|csv|svg|html", help=_("How to print the figures.")
        ),
    ] = Format.TEXT,
) -> None:
    from sagsgang.cli.figures.asking import CannotAsk, ask
    from sagsgang.figures.engine import CannotCompute
    from sagsgang.figures.periods import BadPeriod
    from sagsgang.figures.registry import UnknownIndicator
    from sagsgang.figures.store import StoreDamaged

    try:
        asked = ask(
            name=name,
            periods=period,
            by=by or [],
            where=where or [],
            given=given or [],
            area=area,
            price_level=price_level,
            at=at,
            store=store,
            is_recomputed=recompute,
        )
    except (BadPeriod, CannotAsk, CannotCompute, StoreDamaged, UnknownIndicator) as error:
        complain(name, str(error))
        raise typer.Exit(BAD_QUESTION) from None
    write(encoded(_printed(asked, form)))


def _printed(asked: "Asked", form: Format) -> str:
    match form:
        case Format.JSON:
            from sagsgang.cli.figures.as_data import as_json

            return as_json(asked)
        case Format.CSV:
            from sagsgang.cli.figures.as_data import as_csv

            return as_csv(asked)
        case Format.SVG:
            from sagsgang.cli.figures.as_page import as_svg

            return as_svg(asked)
        case Format.HTML:
            from sagsgang.cli.figures.as_page import as_html

            return as_html(asked)
    from sagsgang.cli.figures.as_text import as_text

    return as_text(asked)
