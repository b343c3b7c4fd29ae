"""A small archive, written in a line or two an item, for the tests of the search."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from sagsgang.minutes import ItemKind, Outcome
from sagsgang.searching import PublicItem, Results, SearchIndex, rebuild


def item(address: str, title: str, text: str = "", **more: Any) -> PublicItem:
    """An item of the document that the address begins with (`dok/3`)."""
    day = more.pop("day", None)
    return PublicItem(
        address=address,
        document_key=address.split("/")[0],
        title=title,
        texts=(text,) if text else (),
        date=datetime.date.fromisoformat(day) if day else None,
        **more,
    )


NORD = {"municipality": "Nordstrand Kommune", "body": "Arbejdsmarkedsudvalget"}
SOENDERDAL = {"municipality": "Sønderdal Kommune", "body": "Teknik- og Miljøudvalget"}
AABYHOEJ = {"municipality": "Aabyhøje Kommune", "body": "Beskæftigelsesudvalget"}

WORLD = (
    item(
        "nord-1/1",
        "Status på sygedagpengemodtagere",
        "Antallet af langvarige forløb er faldet. Jobcentret følger op hver uge, og virksomhederne "
        "tilbydes delvis raskmelding.",
        decision="Taget til efterretning.",
        attachments=("Oversigt over varighed.pdf",),
        case_number="15.00.30-G01-1-25",
        kle_subject="15.00.30",
        day="2025-05-12",
        kind=ItemKind.BRIEFING,
        outcome=Outcome.NOTED,
        **NORD,
    ),
    item(
        "nord-1/2",
        "Ny reform af kontanthjælpen",
        "Lov om aktiv socialpolitik ændres. Kontanthjælpsmodtagere får nye satser.",
        decision="Godkendt. Liste B stemte imod.",
        attachments=("Budgetnotat om kontanthjælp.docx",),
        case_number="15.00.00-A00-9-25",
        kle_subject="15.00.00",
        day="2025-05-12",
        kind=ItemKind.DECISION,
        outcome=Outcome.APPROVED,
        **NORD,
    ),
    item(
        "nord-2/1",
        "Budget 2026",
        "Udvalget drøfter budgettet. Sygedagpenge, dagpenge og kontanthjælp er de største poster.",
        decision="Drøftet.",
        day="2024-08-19",
        kind=ItemKind.DISCUSSION,
        outcome=Outcome.DISCUSSED,
        case_number="24/19987",
        **NORD,
    ),
    item(
        "syd-1/1",
        "Støj fra vindmøller ved Havmarken",
        "Naboer klager over støjen. Forvaltningen har målt støjgrænserne ved to gårde.",
        decision="Udsat.",
        attachments=("Støjmåling ved Havmarken.pdf", "Høringssvar.pdf"),
        case_number="09.02.00-K08-4-24",
        kle_subject="09.02.00",
        day="2024-03-04",
        outcome=Outcome.POSTPONED,
        **SOENDERDAL,
    ),
    item(
        "syd-1/2",
        "Cykelsti langs Strandvejen",
        "Stien anlægges i to etaper. Hastigheden på vejen sættes ned.",
        decision="Godkendt.",
        day="2024-03-04",
        outcome=Outcome.APPROVED,
        **SOENDERDAL,
    ),
    item("syd-1/3", "Salg af ejendom", decision="Tiltrådt.", is_closed=True, day="2024-03-04",
         **SOENDERDAL),
    item(
        "aaby-1/1",
        "Udviklingen i sygedagpenge",
        "Flere sygedagpengemodtagere er langvarigt syge. Jobcentrets forløb forlænges, og delvis "
        "raskmelding bruges oftere. Varigheden er steget.",
        decision="Taget til efterretning.",
        case_number="15.00.30-G01-7-25",
        kle_subject="15.00.30",
        day="2025-02-03",
        kind=ItemKind.BRIEFING,
        outcome=Outcome.NOTED,
        **AABYHOEJ,
    ),
    item(
        "aaby-1/2",
        "Børn og bøger på biblioteket",
        "Biblioteket låner flere bøger ud til børnene.",
        decision="Til efterretning.",
        outcome=Outcome.NOTED,
        **AABYHOEJ,
    ),
)  # fmt: skip


class Archive:
    """An index of some items, and what is found in it."""

    def __init__(self, folder: Path, items: Iterable[PublicItem]) -> None:
        self.folder = folder
        rebuild(items, folder)
        self.index = SearchIndex(folder)

    def results(self, typed: str, **more: Any) -> Results:
        return self.index.search(typed, **more)

    def found(self, typed: str, **more: Any) -> set[str]:
        return {hit.item.address for hit in self.results(typed, **more).hits}

    def said(self, typed: str) -> list[str]:
        return [note.said() for note in self.results(typed).notes]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The index of the small world; nobody writes to it."""
    return Archive(tmp_path_factory.mktemp("search"), WORLD)


@pytest.fixture(scope="session")
def archive_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Iterable[PublicItem]], Archive]:
    """Makes an index of the items given."""
    return lambda items: Archive(tmp_path_factory.mktemp("search"), items)


@pytest.fixture(scope="session")
def new_item() -> Callable[..., PublicItem]:
    """Makes an item from address, title, text and other fields."""
    return item


@pytest.fixture(scope="session")
def world() -> tuple[PublicItem, ...]:
    """The items of the small world."""
    return WORLD
