"""Every process that the workplace was made for: how far each is built, and where to see it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "processes.toml"
STATES = ("runs", "partly", "coming")


@dataclass(frozen=True, slots=True)
class Process:
    """`case` is the number of the example's case that shows it, `path` a page that does; `role` is
    whom to be; `room` names what is still to come. `indicators` are those it reads figures from.
    """

    number: str
    title: str
    state: str
    case: str = ""
    path: str = ""
    role: str = ""
    room: str = ""
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProcessDocument:
    """The processes of one document."""

    name: str
    processes: tuple[Process, ...]


@cache
def process_documents() -> tuple[ProcessDocument, ...]:
    """The documents in order; ValueError where the data has a state that there is not."""
    read = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    documents = tuple(
        ProcessDocument(each["name"], tuple(map(_process, each["process"])))
        for each in read["document"]
    )
    for document in documents:
        for process in document.processes:
            if process.state not in STATES:
                raise ValueError(f"{document.name} {process.number}: {process.state}")
    return documents


def _process(row: dict[str, Any]) -> Process:
    return Process(**row | {"indicators": tuple(row.get("indicators", ()))})
