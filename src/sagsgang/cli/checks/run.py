"""One run of `check`: which documents by which settings, and what is printed of them."""

import shutil
import sys
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import typer

from sagsgang.checking import UnknownRule
from sagsgang.checking.registry import choose
from sagsgang.cli import side_by_side
from sagsgang.cli.checks import reports
from sagsgang.cli.checks.baselines import KnownFile, NewBaseline, known_file
from sagsgang.cli.checks.bundle import Kept, check_bundle
from sagsgang.cli.checks.checked import UNREADABLE, Outcome, Task, Told, Wanted, check_one
from sagsgang.cli.checks.companions import companions_of, read_once
from sagsgang.cli.checks.report_format import Format
from sagsgang.cli.checks.settings import Chosen, SettingsFiles, UnusableSettings
from sagsgang.cli.inputs import BadInput, Input, expand, files_below, reason
from sagsgang.cli.language import _
from sagsgang.cli.output import complain

WIDEST = 100


@dataclass(frozen=True)
class Asked:
    """What the words of the command line ask for; `max_size` in bytes."""

    paths: Sequence[str]
    max_size: int
    bundle: Path | None = None
    format: Format = Format.TEXT
    summary: bool = False
    with_verified: bool = False
    rules: tuple[str, ...] | None = None
    skip: tuple[str, ...] | None = None
    settings: Path | None = None
    baseline: Path | None = None
    update_baseline: bool = False


@dataclass
class Found:
    """The documents that are asked for, each with its settings."""

    inputs: list[Input] = field(default_factory=list)
    settings: list[Chosen] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def run(asked: Asked, kept: Kept | None = None, only: Container[Path] | None = None) -> int:
    """Check what is asked for, print it, and return the exit code.

    `kept` are attachments read before; `only` names the documents that are checked among all.
    Raises BadParameter.
    """
    read_once.cache_clear()
    try:
        found = find(asked)
        known = _known(asked)
    except UnusableSettings as error:
        complain(str(error.file), str(error))
        return UNREADABLE
    except BadInput as error:
        complain(str(asked.baseline), str(error))
        return UNREADABLE
    _refuse_unknown("--rules", asked.rules)
    _refuse_unknown("--skip", asked.skip)
    wanted = _wanted(asked, known)
    for word, why in found.refused:
        complain(word, why)
    is_new = asked.baseline is not None and known is None
    told = Told(
        failed=bool(found.refused),
        baseline=NewBaseline(asked.baseline) if asked.baseline and is_new else None,
    )
    if asked.bundle is not None:
        outcomes = _bundled(asked, asked.bundle, found, wanted, {} if kept is None else kept)
        one = True
    else:
        outcomes = _each(asked, found, wanted, only)
        one = len(found.inputs) == 1
    _print(asked, told, outcomes, one=one)
    if told.baseline is not None:
        _write(told.baseline)
    return told.code


def find(asked: Asked) -> Found:
    """The documents, or the files of the bundle, without what is there for the check itself.

    Raises UnusableSettings.
    """
    files = SettingsFiles(asked.settings)
    if asked.bundle is not None:
        chosen = files.of(asked.bundle)
        paths = files_below(asked.bundle) if asked.bundle.is_dir() else []
        inputs = [Input(str(path), path) for path in paths]
        found = Found(inputs, [chosen] * len(inputs))
        if not asked.bundle.is_dir():
            why = _("is not a folder") if asked.bundle.exists() else _("no such file")
            found.refused.append((str(asked.bundle), why))
    else:
        inputs, refused = expand(list(asked.paths))
        folders = [source.path.parent if source.path else Path() for source in inputs]
        found = Found(inputs, [files.of(folder) for folder in folders], refused)
    _leave_out_ours(asked, found)
    if asked.bundle is not None and not found.inputs and not found.refused:
        found.refused.append((str(asked.bundle), _("the folder holds no files")))
    return found


def _leave_out_ours(asked: Asked, found: Found) -> None:
    """What lies among the documents for the check's own sake: the baseline, settings, own rules."""
    ours = {path.resolve() for path in (asked.settings, asked.baseline) if path is not None}
    ours |= {chosen.rules.resolve() for chosen in found.settings if chosen.rules is not None}
    if not ours:
        return
    both = [
        (source, chosen)
        for source, chosen in zip(found.inputs, found.settings, strict=True)
        if source.path is None or not ours & {(file := source.path.resolve()), *file.parents}
    ]
    found.inputs = [source for source, _chosen in both]
    found.settings = [chosen for _source, chosen in both]


def _known(asked: Asked) -> KnownFile | None:
    if asked.baseline is None or asked.update_baseline:
        return None
    return known_file(asked.baseline)


def _wanted(asked: Asked, known: KnownFile | None) -> Wanted:
    return Wanted(
        rules=asked.rules,
        skip=asked.skip,
        with_verified=asked.with_verified,
        as_text=asked.format is Format.TEXT and not asked.summary,
        width=min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST),
        max_size=asked.max_size,
        known=known,
    )


def _each(
    asked: Asked, found: Found, wanted: Wanted, only: Container[Path] | None
) -> Iterator[Outcome]:
    beside = companions_of(found.inputs, wanted.max_size)
    tasks = [
        Task(*parts)
        for parts in zip(found.inputs, beside, found.settings, strict=True)
        if only is None or parts[0].path in only
    ]
    outcomes = side_by_side.results(partial(check_one, wanted=wanted), tasks)
    quiet = sys.stdout.isatty() and not asked.summary
    return side_by_side.shown(outcomes, len(tasks), _("Checking"), quiet=quiet)


def _bundled(
    asked: Asked, folder: Path, found: Found, wanted: Wanted, kept: Kept
) -> Iterator[Outcome]:
    agenda = expand(list(asked.paths))[0][0] if asked.paths else None
    files = [source.path for source in found.inputs if source.path is not None]
    if files:
        yield check_bundle(folder, files, agenda, found.settings[0], wanted, kept)


def _print(asked: Asked, told: Told, outcomes: Iterator[Outcome], *, one: bool) -> None:
    if asked.summary:
        reports.print_summary(told.reports(outcomes))
    elif asked.format is Format.SARIF:
        reports.print_sarif(told.reports(outcomes))
    elif asked.format is Format.JSON:
        reports.print_json(told.reports(outcomes), one=one, with_verified=asked.with_verified)
    else:
        reports.print_text(told.outcomes(outcomes))


def _write(baseline: NewBaseline) -> None:
    try:
        count = baseline.write()
    except OSError as error:
        complain(str(baseline.path), reason(error))
        raise typer.Exit(UNREADABLE) from None
    complain(str(baseline.path), _("{} findings are known from now on").format(count))


def _refuse_unknown(option: str, names: tuple[str, ...] | None) -> None:
    try:
        choose(names)
    except UnknownRule as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
