"""`sagsgang check`: documents in, what looks wrong out, for people, programs or editors."""

from pathlib import Path
from typing import Annotated

import typer

from sagsgang.cli.checks.report_format import Format
from sagsgang.cli.inputs import STDIN
from sagsgang.cli.language import _
from sagsgang.cli.options import DEFAULT_MAX_SIZE, MaxSize, OptionalPaths, codes, size_in_bytes
from sagsgang.cli.output import complain, write

BAD_SETTINGS = 2


def check(
    paths: OptionalPaths = None,
    bundle: Annotated[
        Path | None,
        typer.Option(
            metavar=_("FOLDER"), help=_("An agenda and its attachments as one."), show_default=False
        ),
    ] = None,
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
    settings: Annotated[
        Path | None,
        typer.Option(
            metavar=_("FILE"),
            help=_("Settings; otherwise sagsgang.toml beside the document."),
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar=_("FILE"),
            help=_("Findings that are known; made if need be."),
            show_default=False,
        ),
    ] = None,
    update_baseline: Annotated[
        bool,
        typer.Option("--update-baseline", metavar="", help=_("Know all findings of this run.")),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", metavar="", help=_("Check again whatever changes."))
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="F01", help=_("Print a rule's page, and do no more."), show_default=False
        ),
    ] = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    if explain is not None:
        write(_page(explain, settings).encode())
        return
    if not paths and bundle is None:
        raise typer.BadParameter(_("{} is missing").format(_("FILE…")))
    if bundle is not None and len(paths or ()) > 1:
        raise typer.BadParameter(_("--bundle takes one agenda at most"))
    if summary and format is not Format.TEXT:
        raise typer.BadParameter(_("--summary is for people: leave out --format"))
    if update_baseline and baseline is None:
        raise typer.BadParameter(_("--update-baseline needs --baseline"))
    if watch and (format is not Format.TEXT or update_baseline or STDIN in (paths or ())):
        raise typer.BadParameter(
            _("--watch goes with text, with files and without --update-baseline")
        )
    # Imported here: other commands should not wait for the rules.
    from sagsgang.cli.checks import run, watching

    asked = run.Asked(
        paths=paths or (),
        max_size=size_in_bytes(max_size),
        bundle=bundle,
        format=format,
        summary=summary,
        with_verified=all,
        rules=codes(rules),
        skip=codes(skip),
        settings=settings,
        baseline=baseline,
        update_baseline=update_baseline,
    )
    if watch:
        watching.watch(asked)
    elif code := run.run(asked):
        raise typer.Exit(code)


def _page(code: str, settings: Path | None) -> str:
    from sagsgang.checking import UnknownRule
    from sagsgang.checking.page import readable
    from sagsgang.cli.checks.settings import SettingsFiles, UnusableSettings

    try:
        SettingsFiles(settings).of(Path())
        return readable(code)
    except UnusableSettings as error:
        complain(str(error.file), str(error))
        raise typer.Exit(BAD_SETTINGS) from None
    except UnknownRule as error:
        raise typer.BadParameter(str(error), param_hint="--explain") from None
