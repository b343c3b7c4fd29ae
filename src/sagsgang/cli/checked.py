"""What `check` does with each document, and how the reports are printed once they are there."""

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass

from sagsgang.checking import Report
from sagsgang.checking import check as check_document
from sagsgang.checking.output.json import as_json, as_json_lines
from sagsgang.checking.output.sarif import as_sarif
from sagsgang.checking.output.summary import Summary
from sagsgang.checking.output.text import Piece, pieces
from sagsgang.cli.companions import MOST_COMPANIONS, read_once
from sagsgang.cli.documents import Document, documents_in
from sagsgang.cli.inputs import BadInput, Input
from sagsgang.cli.language import _, chosen
from sagsgang.cli.output import complain, encoded, write, write_styled
from sagsgang.reading import Unreadable

#: An input and the others of the run that hold one of its cases.
Task = tuple[Input, tuple[Input, ...]]

BLOCKED = 1
UNREADABLE = 2


@dataclass(frozen=True)
class Wanted:
    """What is asked of every document."""

    rules: tuple[str, ...] | None
    skip: tuple[str, ...] | None
    with_verified: bool
    as_text: bool
    width: int
    max_size: int


@dataclass(frozen=True)
class Outcome:
    """What checking one input gave: reports and their text, or a complaint."""

    source: Input
    reports: tuple[Report, ...] = ()
    texts: tuple[list[Piece], ...] = ()
    complaint: str | None = None


def check_one(task: Task, wanted: Wanted) -> Outcome:
    """Check one input. Never raises: what went wrong becomes the complaint."""
    source, beside = task
    try:
        reports, texts = [], []
        documents = _documents(source, wanted, is_kept=bool(beside))
        companions = [*documents[: MOST_COMPANIONS + 1], *_companions(beside, wanted)]
        for minutes, lines in documents:
            report = check_document(
                minutes,
                rules=wanted.rules,
                skip=wanted.skip,
                language=chosen(),
                lines=lines,
                companions=[each.minutes for each in companions if each.minutes is not minutes],
            )
            reports.append(report)
            if wanted.as_text:
                texts.append(
                    pieces(
                        minutes,
                        report,
                        language=chosen(),
                        with_verified=wanted.with_verified,
                        width=wanted.width,
                    )
                )
        return Outcome(source, tuple(reports), tuple(texts))
    except (BadInput, Unreadable) as error:
        return Outcome(source, complaint=str(error))
    except Exception as error:  # a mistake of ours in one document must not take the others with it
        return Outcome(source, complaint=_("unexpected error: {}").format(repr(error)))


def _documents(source: Input, wanted: Wanted, *, is_kept: bool) -> Sequence[Document]:
    read = read_once if is_kept else documents_in
    return read(source, wanted.max_size)


def _companions(beside: Sequence[Input], wanted: Wanted) -> Iterator[Document]:
    for source in beside:
        with suppress(Exception):  # told when it is checked itself
            yield from read_once(source, wanted.max_size)


@dataclass
class Told:
    """What the exit code has to tell once everything has been printed."""

    failed: bool
    blocked: bool = False

    def outcomes(self, shown: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes that have a report; the others are complained of in their place."""
        try:
            for outcome in shown:
                self.blocked |= any(report.blocks for report in outcome.reports)
                if outcome.complaint is None:
                    yield outcome
                else:
                    self.failed = True
                    complain(outcome.source.name, outcome.complaint)
        except BrokenProcessPool:
            self.failed = True
            complain("sagsgang", _("the system stopped the work, probably for lack of memory"))

    def reports(self, shown: Iterator[Outcome]) -> Iterator[Report]:
        for outcome in self.outcomes(shown):
            yield from outcome.reports

    @property
    def code(self) -> int:
        return UNREADABLE if self.failed else BLOCKED if self.blocked else 0


def print_text(outcomes: Iterator[Outcome]) -> None:
    between = False
    for outcome in outcomes:
        for text in outcome.texts:
            write_styled([("\n", ""), *text] if between else text)
            between = True


def print_json(reports: Iterator[Report], *, one: bool, with_verified: bool) -> None:
    """One object when one file was given, and one line for each report when several were."""
    if not one:
        for line in as_json_lines(reports, with_verified=with_verified):
            write(encoded(line))
        return
    for report in reports:
        write(encoded(as_json(report, with_verified=with_verified)))


def print_summary(reports: Iterator[Report]) -> None:
    counted = Summary(chosen())
    for report in reports:
        counted.add(report)
    write(encoded(counted.as_text()))


def print_sarif(reports: Iterator[Report]) -> None:
    write(encoded(as_sarif(reports, language=chosen())))
