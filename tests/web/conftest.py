"""The website under test: a data folder of its own, and small worlds of invented minutes."""

import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

# Settings are read once for the whole run, so they must be there before anything imports them.
if "DJANGO_SETTINGS_MODULE" not in os.environ:
    _folder = tempfile.TemporaryDirectory(prefix="sagsgang-test-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.web.conf.settings"
    os.environ["SAGSGANG_DATA"] = _folder.name

import django

django.setup()

from sagsgang.minutes import AgendaItem, Decision, Minutes, Outcome, Section, SectionKind, Source  # noqa: E402
from sagsgang.web.archive import selectors  # noqa: E402
from sagsgang.web.archive.results import ImportResult  # noqa: E402
from sagsgang.web.archive.services import archive_import  # noqa: E402

from .world import build_world  # noqa: E402


def _item(number: str | None, title: str, *sections: tuple[str, str], **fields: Any) -> AgendaItem:
    kinds = {"Indstilling": SectionKind.RECOMMENDATION, "Beslutning": SectionKind.DECISION}
    built = tuple(
        Section(
            heading=heading,
            kind=kinds.get(heading, SectionKind.PRESENTATION),
            lines=(10 * index, 10 * index + 9),
            text=text,
        )
        for index, (heading, text) in enumerate(sections, start=1)
    )
    return AgendaItem(
        **{"number": number, "title": title, "lines": (1, 99), "sections": built} | fields
    )


def _minutes(*items: AgendaItem, **fields: Any) -> Minutes:
    source = Source(
        name="referat.txt", sha256="0" * 64, format="txt", dialect="standard", confidence=0.9
    )
    defaults: dict[str, Any] = {
        "kind": "minutes",
        "municipality": "Ny Kommune",
        "body": "Havneudvalget",
        "starts_at": datetime(2031, 3, 4, 15, 30),
        "items": items or (_item("1", "Kajen", ("Beslutning", "Godkendt."), decision=APPROVED),),
        "source": source,
    }
    return Minutes(**defaults | fields)


@pytest.fixture(autouse=True)
def _own_data_folder(settings, tmp_path) -> None:
    """What is kept in files (the search index, checked files) and in memory is each test's own."""
    settings.SAGSGANG_DATA = tmp_path
    # Rows of different tests have the same keys.
    selectors._report_in_english.cache_clear()


APPROVED = Decision(text="Godkendt.", outcome=Outcome.APPROVED)


@pytest.fixture
def item() -> Callable[..., AgendaItem]:
    """Builds an item: number, title, (heading, text) pairs, and any other field by name."""
    return _item


@pytest.fixture
def minutes() -> Callable[..., Minutes]:
    """Builds minutes of the given items; 4 March 2031 in Havneudvalget, Ny Kommune, unless told."""
    return _minutes


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ImportResult]:
    """Imports minutes as if a file had been read to them; `data` tells one file from another."""

    def _put(
        minutes: Minutes, data: bytes = b"en fil", text: str = "Linje 1\nLinje 2\n", **more: Any
    ):
        read = SimpleNamespace(
            minutes=minutes, canonical=SimpleNamespace(text=text, lines=text.splitlines())
        )
        with monkeypatch.context() as patch:
            patch.setattr("sagsgang.web.archive.reader.reading.read", lambda *a, **k: read)
            return archive_import(data=data, name=more.pop("name", "referat.txt"), **more)

    return _put


@pytest.fixture
def world(db):
    """Ny Kommune with its bodies and one person for each role (tests/web/world.py)."""
    return build_world()


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """Tables are made from the models at once; journeys and the first start run the migrations."""
    return False
