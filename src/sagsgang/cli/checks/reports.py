"""How `check` prints reports: for people, for programs, for editors."""

from collections.abc import Iterator

from sagsgang.checking import Report
from sagsgang.checking.output.json import as_json, as_json_lines
from sagsgang.checking.output.sarif import as_sarif
from sagsgang.checking.output.summary import Summary
from sagsgang.cli.checks.checked import Outcome
from sagsgang.cli.language import chosen
from sagsgang.cli.output import encoded, write, write_styled


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
