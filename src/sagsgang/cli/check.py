"""`sagsgang check`: documents in, what looks wrong out, for people, programs or editors."""

import shutil
import sys
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from sagsgang.cli import side_by_side
from sagsgang.cli.inputs import expand
from sagsgang.cli.language import _
from sagsgang.cli.options import DEFAULT_MAX_SIZE, MaxSize, OptionalPaths, codes, size_in_bytes
from sagsgang.cli.output import complain, write

WIDEST = 100


class Format(StrEnum):
    """For people, for programs, for editors."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def check(
    paths: OptionalPaths = None,
    format: Annotated[
        Format, typer.Option(help=_("For people, programs or editors."))
    ] = Format.TEXT,
    summary: Annotated[
        bool, typer.Option("--summary", metavar="", help=_("One table over all documents."))
    ] = False,
    all: Annotated[
        bool, typer.Option("--all", metavar="", help=_("Also what was recomputed and holds."))
    ] = False,
    rules: Annotated[
        str | None,
        typer.Option(metavar="F01,A", help=_("Only these rules or families."), show_default=False),
    ] = None,
    skip: Annotated[
        str | None,
        typer.Option(metavar="R03", help=_("Not these rules or families."), show_default=False),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="F01", help=_("Print a rule's page, and do no more."), show_default=False
        ),
    ] = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    # Imported here: other commands should not wait for the rules.
    from sagsgang.cli import checked
    from sagsgang.cli.companions import companions_of

    if explain is not None:
        write(_page(explain).encode())
        return
    if not paths:
        raise typer.BadParameter(_("{} is missing").format(_("FILE…")))
    if summary and format is not Format.TEXT:
        raise typer.BadParameter(_("--summary is for people: leave out --format"))
    wanted = checked.Wanted(
        rules=codes(rules),
        skip=codes(skip),
        with_verified=all,
        as_text=format is Format.TEXT and not summary,
        width=min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST),
        max_size=size_in_bytes(max_size),
    )
    _refuse_unknown("--rules", wanted.rules)
    _refuse_unknown("--skip", wanted.skip)
    inputs, refused = expand(paths)
    for word, why in refused:
        complain(word, why)
    tasks = list(zip(inputs, companions_of(inputs, wanted.max_size), strict=True))
    found = side_by_side.results(partial(checked.check_one, wanted=wanted), tasks)
    quiet = sys.stdout.isatty() and not summary
    shown = side_by_side.shown(found, len(inputs), _("Checking"), quiet=quiet)
    told = checked.Told(failed=bool(refused))
    if summary:
        checked.print_summary(told.reports(shown))
    elif format is Format.SARIF:
        checked.print_sarif(told.reports(shown))
    elif format is Format.JSON:
        checked.print_json(told.reports(shown), one=len(inputs) == 1, with_verified=all)
    else:
        checked.print_text(told.outcomes(shown))
    if code := told.code:
        raise typer.Exit(code)


def _page(code: str) -> str:
    from sagsgang.checking import UnknownRule
    from sagsgang.checking.page import readable

    try:
        return readable(code)
    except UnknownRule as error:
        raise typer.BadParameter(str(error), param_hint="--explain") from None


def _refuse_unknown(option: str, names: tuple[str, ...] | None) -> None:
    from sagsgang.checking import UnknownRule
    from sagsgang.checking.registry import choose

    try:
        choose(names)
    except UnknownRule as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
