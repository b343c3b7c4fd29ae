"""Decides which commands there are, and that what goes wrong ends in one line and a code."""

import sys
from typing import TYPE_CHECKING, Annotated

from sagsgang import __version__
from sagsgang.cli import language
from sagsgang.cli.language import _

if TYPE_CHECKING:
    from typer import Typer

PROGRAM = "sagsgang"
BAD_INPUT = 2
INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Run the command that `arguments` name; returns its exit code. Never raises."""
    try:
        arguments = language.choose(arguments)
    except language.UnknownLanguage as error:
        return _refuse(_("unknown language {}; choose da or en").format(repr(str(error))))
    # The answer that costs nothing should not wait for the rest to be imported.
    if arguments == ["--version"]:
        print(_version())
        return 0
    try:
        return _run(arguments or ["--help"])
    except KeyboardInterrupt:
        return _interrupted()


def _run(arguments: list[str]) -> int:
    import typer
    from typer._click.exceptions import (
        ClickException,
    )  # the one base of all that can be typed wrong

    from sagsgang.cli.typer_words import mistake

    command = typer.main.get_command(_application())
    try:
        code = command.main(arguments, prog_name=PROGRAM, standalone_mode=False)
    except ClickException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else PROGRAM
        return _refuse(mistake(error.format_message()), hint=f"{path} --help")
    except typer.Abort:
        return _interrupted()
    except OSError as error:
        from sagsgang.cli.inputs import reason

        return _refuse(f"{error.filename}: {reason(error)}" if error.filename else reason(error))
    if code == INTERRUPTED:
        return _interrupted()
    return code if isinstance(code, int) else 0


def _interrupted() -> int:
    print(_("Interrupted."), file=sys.stderr)
    return INTERRUPTED


def _version() -> str:
    return f"{PROGRAM} {__version__}"


def _refuse(message: str, hint: str = "") -> int:
    print(f"{PROGRAM}: {message}", file=sys.stderr)
    if hint:
        print(_("Help: {}").format(hint), file=sys.stderr)
    return BAD_INPUT


def _application() -> "Typer":
    import typer

    from sagsgang.cli.administrator import administrator
    from sagsgang.cli.check import check
    from sagsgang.cli.figures.command import figure
    from sagsgang.cli.figures.listing import indicators
    from sagsgang.cli.figures.report import report
    from sagsgang.cli.importing import import_
    from sagsgang.cli.load import load
    from sagsgang.cli.loads import loads
    from sagsgang.cli.read import read
    from sagsgang.cli.reindex import reindex
    from sagsgang.cli.render import render
    from sagsgang.cli.schema import schema
    from sagsgang.cli.start import start
    from sagsgang.cli.test import test
    from sagsgang.cli.typer_words import Command, Group
    from sagsgang.cli.verify import verify
    from sagsgang.cli.work import work

    app = typer.Typer(
        cls=Group,
        help=_("Reads, checks and publishes the minutes and agendas of Danish municipalities."),
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )

    @app.callback()
    def options(
        version: Annotated[
            bool, typer.Option("--version", metavar="", help=_("Print the version."))
        ] = False,
        # Obeyed before the commands are built; it stands here to be seen in the help.
        language: Annotated[
            str, typer.Option(metavar="da|en", help=_("Language of messages and help."))
        ] = "da",
    ) -> None:
        if version:
            print(_version())
            raise typer.Exit

    pass_on = {"allow_extra_args": True, "ignore_unknown_options": True}
    app.command("start", cls=Command, help=_("Open the website on this machine."))(start)
    app.command("work", cls=Command, help=_("Do the jobs that the website leaves."))(work)
    app.command("read", cls=Command, help=_("Read documents and print them as data."))(read)
    app.command("check", cls=Command, help=_("Check documents and print what looks wrong."))(check)
    app.command("render", cls=Command, help=_("Make web pages or PDFs of documents."))(render)
    app.command("report", cls=Command, help=_("Make a report of figures for a period."))(report)
    app.command("import", cls=Command, help=_("Put documents into the archive."))(import_)
    app.command("figure", cls=Command, help=_("Compute a figure and print what it rests on."))(
        figure
    )
    app.command("indicators", cls=Command, help=_("List the indicators, or print one's page."))(
        indicators
    )
    app.command("reindex", cls=Command, help=_("Build the search index anew."))(reindex)
    app.command("load", cls=Command, help=_("Take figures in from a file."))(load)
    app.command("loads", cls=Command, help=_("List what figures were taken in."))(loads)
    app.command("verify", cls=Command, help=_("Verify minute books and sealed PDFs."))(verify)
    app.command("administrator", cls=Command, help=_("Make an administrator of the website."))(
        administrator
    )
    app.command("schema", cls=Command, help=_("Print the JSON Schema of a document."))(schema)
    app.command("test", cls=Command, context_settings=pass_on, help=_("Run all tests."))(test)
    return app
