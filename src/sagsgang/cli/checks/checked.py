"""What `check` does with each document, and what the exit code has to tell of it."""

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from sagsgang.checking import Report
from sagsgang.checking import check as check_document
from sagsgang.checking.output.text import Piece, pieces
from sagsgang.cli.checks.baselines import KnownFile, NewBaseline, only_new
from sagsgang.cli.checks.companions import MOST_COMPANIONS, read_once
from sagsgang.cli.checks.settings import Chosen, ensure_rules
from sagsgang.cli.documents import Document, documents_in
from sagsgang.cli.inputs import BadInput, Input
from sagsgang.cli.language import _, chosen
from sagsgang.cli.output import complain
from sagsgang.minutes import Minutes
from sagsgang.reading import Unreadable

BLOCKED = 1
UNREADABLE = 2


class Task(NamedTuple):
    """An input, the others of the run that hold one of its cases, and its settings."""

    source: Input
    beside: tuple[Input, ...]
    settings: Chosen


@dataclass(frozen=True)
class Wanted:
    """What is asked of every document; `known` are the findings that do not speak."""

    rules: tuple[str, ...] | None
    skip: tuple[str, ...] | None
    with_verified: bool
    as_text: bool
    width: int
    max_size: int
    known: KnownFile | None = None


@dataclass(frozen=True)
class Outcome:
    """What checking one input gave: reports and their text, a complaint, or (attachments without
    an agenda) both.
    """

    name: str
    reports: tuple[Report, ...] = ()
    texts: tuple[list[Piece], ...] = ()
    complaint: str | None = None


def check_one(task: Task, wanted: Wanted) -> Outcome:
    """Check one input. Never raises: what went wrong becomes the complaint."""
    name = task.source.name
    try:
        ensure_rules(task.settings)
        documents = _documents(task.source, wanted, is_kept=bool(task.beside))
        companions = [*documents[: MOST_COMPANIONS + 1], *_companions(task.beside, wanted)]
        return outcome_of(
            name,
            [
                report_on(
                    document,
                    task.settings,
                    wanted,
                    companions=[
                        each.minutes for each in companions if each.minutes is not document.minutes
                    ],
                )
                for document in documents
            ],
            wanted,
        )
    except (BadInput, Unreadable) as error:
        return Outcome(name, complaint=str(error))
    except Exception as error:  # a mistake of ours in one document must not take the others with it
        return Outcome(name, complaint=_("unexpected error: {}").format(repr(error)))


def report_on(
    document: Document,
    settings: Chosen,
    wanted: Wanted,
    *,
    companions: Sequence[Minutes] = (),
) -> tuple[Minutes, Report]:
    """The document with the report on it, of what is not known from before."""
    report = check_document(
        document.minutes,
        rules=wanted.rules,
        skip=wanted.skip,
        language=chosen(),
        lines=document.lines,
        settings=settings.settings,
        companions=companions,
    )
    return document.minutes, only_new(report, wanted.known)


def outcome_of(
    name: str,
    found: Sequence[tuple[Minutes, Report]],
    wanted: Wanted,
    complaint: str | None = None,
) -> Outcome:
    """The reports, and their text where people will read them."""
    texts = [
        pieces(
            minutes,
            report,
            language=chosen(),
            with_verified=wanted.with_verified,
            width=wanted.width,
        )
        for minutes, report in found
        if wanted.as_text
    ]
    return Outcome(name, tuple(report for _minutes, report in found), tuple(texts), complaint)


def _documents(source: Input, wanted: Wanted, *, is_kept: bool) -> Sequence[Document]:
    read = read_once if is_kept else documents_in
    return read(source, wanted.max_size)


def _companions(beside: Sequence[Input], wanted: Wanted) -> Iterator[Document]:
    for source in beside:
        with suppress(Exception):  # told when it is checked itself
            yield from read_once(source, wanted.max_size)


@dataclass
class Told:
    """What the exit code has to tell once everything has been printed.

    When the findings become the `baseline`, they are known from now on and block nothing.
    """

    failed: bool
    baseline: NewBaseline | None = None
    blocked: bool = False

    def outcomes(self, shown: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes that have a report; the others are complained of in their place."""
        try:
            for outcome in shown:
                for report in outcome.reports:
                    self._add(report)
                if outcome.complaint is not None:
                    self.failed = True
                    complain(outcome.name, outcome.complaint)
                if outcome.complaint is None or outcome.reports:
                    yield outcome
        except BrokenProcessPool:
            self.failed = True
            complain("sagsgang", _("the system stopped the work, probably for lack of memory"))

    def reports(self, shown: Iterator[Outcome]) -> Iterator[Report]:
        for outcome in self.outcomes(shown):
            yield from outcome.reports

    def _add(self, report: Report) -> None:
        self.failed |= not all(attachment.is_read for attachment in report.attachments)
        if self.baseline is None:
            self.blocked |= report.blocks
        else:
            self.baseline.add(report)

    @property
    def code(self) -> int:
        return UNREADABLE if self.failed else BLOCKED if self.blocked else 0
