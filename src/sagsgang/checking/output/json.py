"""A report as the contract's JSON: one object, or one object a line for several documents."""

import json
from collections.abc import Iterable, Iterator

from sagsgang.checking.finding import Report


def as_json(report: Report, *, with_verified: bool = False) -> str:
    """One report as an indented JSON object, ended by a line feed."""
    return (
        json.dumps(report.as_json(with_verified=with_verified), ensure_ascii=False, indent=2) + "\n"
    )


def as_json_lines(reports: Iterable[Report], *, with_verified: bool = False) -> Iterator[str]:
    """Each report as one line of JSON, ended by a line feed."""
    for report in reports:
        yield json.dumps(report.as_json(with_verified=with_verified), ensure_ascii=False) + "\n"
