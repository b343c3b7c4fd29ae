"""`sagsgang load`: figures from a file into the store, looked at before they count."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sagsgang.cli import side_by_side
from sagsgang.cli.language import _
from sagsgang.cli.output import complain
from sagsgang.cli.preview import told

if TYPE_CHECKING:
    from sagsgang.figures.sources import Progress

UNCONFIRMED = 1
UNREADABLE = 2

StoreFolder = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar=_("FOLDER"),
        help=_("The store of figures; otherwise the website's."),
        show_default=False,
    ),
]


def load(
    path: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The file with figures."))],
    source_id: Annotated[
        str,
        typer.Option("--as", metavar=_("SOURCE"), help=_("What kind of file it is: ledger, …")),
    ],
    area: Annotated[
        str,
        typer.Option(
            "--area",
            metavar=_("CODE"),
            help=_("The municipality, by code or name; 000 is the country."),
        ),
    ] = "",
    unit: Annotated[
        str | None,
        typer.Option(metavar=_("UNIT"), help=_("kr., 1.000 kr. or mio. kr."), show_default=False),
    ] = None,
    mapping_file: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar=_("FILE"),
            help=_("How the columns are to be understood, as JSON."),
            show_default=False,
        ),
    ] = None,
    is_confirmed: Annotated[
        bool, typer.Option("--yes", metavar="", help=_("Load also what changes known figures."))
    ] = False,
    folder: StoreFolder = None,
) -> None:
    from sagsgang.figures.sources import BadFile, UnknownSource
    from sagsgang.figures.store import StoreDamaged, TwiceInFile

    try:
        _load(path, source_id, _area(area), _mapping(mapping_file, unit), is_confirmed, folder)
    except BadFile as bad:
        for problem in bad.problems:
            complain(path.name, problem.words)
        if bad.count > len(bad.problems):
            complain(path.name, _("and {} more").format(bad.count - len(bad.problems)))
        raise typer.Exit(UNREADABLE) from None
    except (TwiceInFile, UnknownSource, StoreDamaged) as error:
        complain(path.name, str(error))
        raise typer.Exit(UNREADABLE) from None


def _load(
    path: Path,
    source_id: str,
    area: str,
    mapping: dict[str, Any],
    is_confirmed: bool,
    folder: Path | None,
) -> None:
    from sagsgang.figures.sources import source
    from sagsgang.figures.sources.loading import add_staged, known_load, origin_of, reading_key
    from sagsgang.figures.store import Store, stage

    store, each, at = Store(folder or store_folder()), source(source_id), datetime.now(UTC)
    with stage() as staged:
        with _shown(path.name) as on_progress:
            reading = each.read(path, staged, area=area, mapping=mapping, on_progress=on_progress)
        origin, key = origin_of(path, source_id, reading, at=at), reading_key(area, mapping)
        known = known_load(store, origin, key)
        seen = store.preview(staged, origin)
        print(told(reading, seen, staged.rows))
        asks = bool(seen.asks or reading.questions)
        if known is None and asks and not (is_confirmed or _says_yes()):
            complain(path.name, _("not loaded: say --yes when it is right"))
            raise typer.Exit(UNCONFIRMED)
        before = {load.number for load in store.loads()}
        done = add_staged(
            store, staged, origin, reading, key=key, at=at, is_confirmed=is_confirmed or asks
        )
    if done.number in before:
        print(_("It was there already, as load {}; nothing is changed.").format(done.number))
    else:
        print(_("Loaded as load {}: {} figures.").format(done.number, done.rows))


def _says_yes() -> bool:
    if not sys.stdin.isatty():
        return False
    answer = input(_("Load it? [y/N] ")).strip().casefold()
    return answer in ("y", "yes", "j", "ja")


@contextmanager
def _shown(name: str) -> Iterator["Progress | None"]:
    with side_by_side.counting(name) as counting:
        if counting is None:
            yield None
            return
        show = counting
        yield lambda share, _words: show(round(100 * share), 100)


def _area(text: str) -> str:
    from sagsgang.figures.sources.areas import area_named

    if not text:
        raise typer.BadParameter(_("the municipality is missing"), param_hint="--area")
    return area_named(text) or text


def _mapping(path: Path | None, unit: str | None) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    if path is not None:
        try:
            mapping = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, UnicodeError):
            mapping = []  # type: ignore[assignment]
        if not isinstance(mapping, dict):
            raise typer.BadParameter(
                _("{} is not a mapping in JSON").format(path), param_hint="--mapping"
            )
    return mapping | ({"unit": unit} if unit else {})


def store_folder() -> Path:
    """Where the website keeps its figures."""
    from sagsgang.web.conf.data_folder import data_folder

    return data_folder(os.environ) / "figures"
