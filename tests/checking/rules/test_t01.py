"""T01 beyond its page: where it looks, and which weekdays are not the date's own."""

import pytest

from sagsgang.checking import check


@pytest.fixture
def report(world):
    def of(text, **settings):
        minutes = world.minutes(world.item(sections=(world.section(text),)))
        return check(minutes, rules=["T01"], **settings)

    return of


@pytest.mark.parametrize(
    ("text", "printed", "day"),
    [
        ("Mødet er mandag den 10. juni 2025.", "mandag den 10. juni 2025", "tirsdag"),
        ("Frist: Fredag d. 12-05-2025", "Fredag d. 12-05-2025", "mandag"),
        ("Onsdag 12.05.2025 kl. 16", "Onsdag 12.05.2025", "mandag"),
        ("tors. 12-05-2025", "tors. 12-05-2025", "mandag"),
    ],
)
def test_a_wrong_weekday(report, text, printed, day):
    (finding,) = report(text).findings
    assert (finding.printed, finding.computed) == ((printed,), (day,))
    start, end = finding.place.spans[0]
    assert text[start:end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "tirsdag den 10. juni 2025",
        "mandag den 10. juni",
        "hver mandag den 10. juni 2025",
        "første onsdag 10. juni 2025",
        "mandag og onsdag den 10. juni 2025",
        "mandag-fredag 10. juni 2025",
        "den 10. juni 2025 om mandag",
        "mandag den 31. juni 2025",
        "Mandagsmødet, 10-06-2025",
    ],
)
def test_no_wrong_weekday(report, text):
    assert report(text).findings == ()


def test_a_right_weekday_is_verified(report):
    verified = report("Vi ses tirsdag den 10. juni 2025.").verified
    assert [each.statement for each in verified] == ["tirsdag den 10. juni 2025"]


def test_titles_and_the_head_are_seen_too(world):
    item = world.item(title="Møde mandag den 10. juni 2025", lines=(4, 9))
    lines = ["REFERAT", "Onsdag d. 12. maj 2025 kl. 16:30", "", "Møde mandag den 10. juni 2025"]
    found = check(world.minutes(item), rules=["T01"], lines=lines).findings
    assert [(finding.item, finding.lines) for finding in found] == [(None, (2, 2)), ("1", (4, 4))]
    assert len(check(world.minutes(item), rules=["T01"]).findings) == 1


def test_the_line_is_found_where_the_lines_are_known(report):
    lines = [""] * 12 + ["Vi mødes mandag den 10. juni 2025.", ""]
    assert report("Vi mødes mandag den 10. juni 2025.", lines=lines).findings[0].lines == (13, 13)
    assert report("Vi mødes mandag den 10. juni 2025.").findings[0].lines == (12, 14)


def test_english_names_the_day(report):
    (finding,) = report("Mødet er mandag den 10. juni 2025.", language="en").findings
    assert finding.computed == ("Tuesday",)
