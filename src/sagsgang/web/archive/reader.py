"""From a file's bytes to what the archive keeps of it: the minutes, the canonical text and the
checks.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass

import sagsgang.reading as reading
from sagsgang.checking.finding import Finding, Report, Verified
from sagsgang.checking.runner import check
from sagsgang.minutes import Minutes

#: Bytes of the largest file that is read unless the caller says otherwise.
MAX_SIZE = 50_000_000


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file gave."""

    minutes: Minutes
    text: str
    report: Report


def sha256_of(data: bytes) -> str:
    """The name of a file by its content, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_file(data: bytes, name: str, max_size: int = MAX_SIZE) -> ReadFile:
    """Read and check one file. Raises `sagsgang.reading.canonical.Unreadable` with one clear Danish
    line.
    """
    read = reading.read(data, name, max_size=max_size)
    lines = read.canonical.lines
    return ReadFile(read.minutes, read.canonical.text, check(read.minutes, lines=lines))


def item_of(answer: Finding | Verified, minutes: Minutes) -> int | None:
    """The position of the item an answer is about; None when it is about the whole document."""
    if answer.place is not None and answer.place.item is not None:
        return answer.place.item
    if answer.item is None:
        return None
    named = [index for index, item in enumerate(minutes.items) if item.number == answer.item]
    if answer.lines is not None and len(named) > 1:
        first, last = answer.lines
        for index in named:
            if minutes.items[index].lines[0] <= first and last <= minutes.items[index].lines[1]:
                return index
    return named[0] if named else None


def findings_by_item(report: Report, minutes: Minutes) -> Counter[int | None]:
    """How many findings each item has, by position."""
    return Counter(item_of(finding, minutes) for finding in report.findings)
