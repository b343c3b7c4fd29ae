"""`sagsgang verify`: whether the minute books hold, and whether a PDF is what was sealed."""

import pytest

from sagsgang.cli import language
from sagsgang.cli.main import main
from sagsgang.reading import read
from sagsgang.rendering.printed import printed
from sagsgang.rendering.typst import pdf
from sagsgang.web.cases.attachments.storage import bytes_open
from sagsgang.web.meetings.models import MinuteBookEntry
from sagsgang.web.publishing import services
from sagsgang.web.publishing.seal import seal_make
from sagsgang.web.publishing.setting import pdf_of
from sagsgang.web.publishing.verifying import file_verified

from ...cli.conftest import MINUTES, Ended
from ..meetings.minute_book.conftest import Held
from ..world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def verify(capfdbinary):
    """The command, run in this process."""

    def run(*paths):
        language.speak("da")
        code = main(["verify", *map(str, paths)])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


@pytest.fixture
def data(tmp_path, settings):
    """A data folder of the test's own."""
    settings.SAGSGANG_DATA = tmp_path / "data"
    return settings.SAGSGANG_DATA


@pytest.fixture
def held(data):
    """A meeting whose minutes are locked and published."""
    table = Held(build_world())
    table.close()
    table.lock()
    services.publication_make(actor=table.secretary, meeting=table.meeting, kind="minutes")
    return table


@pytest.fixture
def given_out(held, tmp_path):
    """Approved by all, sealed, and had as a file."""
    seal_make("Ny Kommune")
    for key in held.seats:
        held.sign(key)
    made = services.pdf_make(publication=held.meeting.public.publications.get(state="published"))
    path = tmp_path / "referat.pdf"
    with bytes_open(made.sha256) as kept:
        path.write_bytes(kept.read())
    return path


def test_without_entries_there_is_nothing_that_could_be_broken(verify):
    ended = verify()
    assert (ended.code, ended.err) == (0, "")


def test_a_book_that_holds_is_told_with_its_last_hash(verify, held):
    ended = verify()
    last = MinuteBookEntry.objects.order_by("number").last()
    assert ended.code == 0
    assert f"Havneudvalget: {last.number} " in ended.out
    assert last.sha256 in ended.out


def test_a_book_that_was_changed_names_the_entry(verify, held):
    entry = MinuteBookEntry.objects.get(number=3)
    content = entry.content | {"decision": {"text": "Afvist."}}
    MinuteBookEntry.objects.filter(pk=entry.pk).update(content=content)
    ended = verify()
    assert ended.code == 1
    assert "3" in ended.out.split("Havneudvalget", 1)[1]
    assert entry.sha256 not in ended.out


def test_a_sealed_file_is_the_one_that_was_given_out(verify, given_out):
    ended = verify(given_out)
    assert ended.code == 0
    for words in ("Ny Kommune", "uændret siden", "siger det, der blev offentliggjort"):
        assert words in ended.out


def test_a_file_that_was_changed_is_found(verify, given_out):
    data = bytearray(given_out.read_bytes())
    data[len(data) // 3] ^= 1
    given_out.write_bytes(data)
    ended = verify(given_out)
    assert ended.code == 1


def test_a_file_that_says_something_else_is_found(verify, held, tmp_path):
    publication = held.meeting.public.publications.get(state="published")
    path = tmp_path / "andet.pdf"
    item = publication.items.get(number="1")
    item.content = item.content | {"title": "Ingen cykelskure"}
    item.save()
    path.write_bytes(pdf_of(publication))
    item.content = item.content | {"title": "Nye cykelskure"}
    item.save()
    ended = verify(path)
    assert ended.code == 1


def test_a_figure_in_the_file_is_the_one_that_was_published(held):
    publication = held.meeting.public.publications.get(state="published")
    item = publication.items.get(number="1")
    figure = {
        "key": "t1",
        "indicator": "reversal_rate",
        "title": "Omgørelsesprocent",
        "text": "25,0 pct.",
        "value": "25",
        "unit": "percent",
        "period": "2024",
        "area": "Ny Kommune",
        "sources": [
            {
                "source": "appeals",
                "file_name": "ankesager.csv",
                "file_sha256": "ab",
                "retrieved_at": "2025-10-13T07:00:12+00:00",
            }
        ],
    }
    item.content = item.content | {"figures": [figure]}
    item.save()
    made = pdf_of(publication)
    assert file_verified(made).agrees is True
    item.content = item.content | {"figures": [figure | {"value": "26"}]}
    item.save()
    assert file_verified(made).agrees is False


def test_a_file_of_another_place_is_only_told_of(verify, data, tmp_path):
    path = tmp_path / "fremmed.pdf"
    path.write_bytes(pdf(printed(read(MINUTES.encode(), "x.txt").minutes)))
    ended = verify(path)
    assert ended.code == 0
    assert len(ended.out.splitlines()) == 3


@pytest.mark.parametrize("content", [b"hej", b"", None])
def test_what_is_no_pdf_is_not_verified(verify, tmp_path, content):
    path = tmp_path / "noget.pdf"
    if content is not None:
        path.write_bytes(content)
    ended = verify(path)
    assert ended.code == 2
    assert "noget.pdf" in ended.err
