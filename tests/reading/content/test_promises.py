"""What a text promises to come back with, on invented sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reading.content.promises import Promised, find_promises

TODAY = date(2025, 3, 10)


@pytest.mark.parametrize(
    ("sentence", "promised", "first", "last"),
    [
        (
            "Skuret forelægges igen omkring sommerferien.",
            Promised.REPORT,
            date(2025, 6, 1),
            date(2025, 9, 15),
        ),
        (
            "Antallet af både opgøres primo august 2025.",
            Promised.REPORT,
            date(2025, 8, 1),
            date(2025, 8, 10),
        ),
        (
            "Antallet af både opgøres ultimo januar.",
            Promised.REPORT,
            date(2026, 1, 21),
            date(2026, 1, 31),
        ),
        (
            "at ordningen evalueres efter to år.",
            Promised.EVALUATION,
            date(2027, 2, 7),
            date(2027, 4, 10),
        ),
        (
            "Arbejdet afrapporteres på mødet i november.",
            Promised.REPORT,
            date(2025, 11, 1),
            date(2025, 11, 30),
        ),
        (
            "Der gives en status i 4. kvartal 2025.",
            Promised.REPORT,
            date(2025, 10, 1),
            date(2025, 12, 31),
        ),
        (
            "Udvalget orienteres den 9. september 2025 om kajen.",
            Promised.REPORT,
            date(2025, 9, 9),
            date(2025, 9, 9),
        ),
        (
            "Evaluering gennemføres inden udgangen af 2026.",
            Promised.EVALUATION,
            date(2026, 1, 1),
            date(2026, 12, 31),
        ),
        (
            "Planen evalueres i første halvår af 2026.",
            Promised.EVALUATION,
            date(2026, 1, 1),
            date(2026, 6, 30),
        ),
        (
            "Forvaltningen vender tilbage inden for tre måneder.",
            Promised.REPORT,
            date(2025, 3, 10),
            date(2025, 6, 10),
        ),
        (
            "Regnskabet fremlægges efter sommerferien.",
            Promised.REPORT,
            date(2025, 8, 1),
            date(2025, 9, 30),
        ),
        (
            "Udvalget orienteres halvårligt om brugen.",
            Promised.REPORT,
            date(2025, 4, 10),
            date(2025, 9, 10),
        ),
        ("Sagen genoptages efter høringen.", Promised.RESUMPTION, None, None),
        ("Tallene forelægges på næste møde.", Promised.REPORT, None, None),
    ],
)
def test_a_promise_has_its_days(sentence, promised, first, last):
    (found,) = find_promises(sentence, TODAY)
    assert (found.promised, found.first, found.last) == (promised, first, last)
    assert found.text == sentence
    assert found.when
    assert found.when in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Skuret blev forelagt i november 2025.",
        "Ordningen er blevet evalueret efter to år.",
        "Ordningen evalueres ikke efter to år.",
        "Udgiften opgøres til 3 mio. kr. i 2026.",
        "Forslaget kan genfremsættes i 2026.",
        "Udvalget orienteres løbende.",
        "I denne sag orienteres udvalget om planen for 2026.",
        "Skuret forelægges i november 2023.",
        "Skuret bygges i november 2025.",
        "Tallene fremlægges for 2024-2027.",
        "Evalueringen er vigtig.",
        "",
    ],
)
def test_what_is_no_promise(sentence):
    assert find_promises(sentence, TODAY) == []


def test_the_time_that_is_nearest_counts():
    text = "I maj 2025 begynder arbejdet, som evalueres i december 2025 og slutter i juni 2026."
    (found,) = find_promises(text, TODAY)
    assert found.first == date(2025, 12, 1)


def test_a_sentence_said_twice_is_one_promise():
    text = "Skuret evalueres om et år.\nSkuret  evalueres om et år.\n\nKajen evalueres i 2026."
    assert [each.text for each in find_promises(text, TODAY)] == [
        "Skuret evalueres om et år.",
        "Kajen evalueres i 2026.",
    ]


_SOME = (
    "sagen evalueres forelægges igen efter to år i november 2026 ikke løbende omkring påske "
    "sommerferien den 31. februar 0 . , opgøres primo inden for 99 uger status gives"
)
_WORDS = st.lists(st.sampled_from(_SOME.split()), max_size=14).map(" ".join)


@given(_WORDS, st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_days_are_in_order_and_never_over(text, today):
    for found in find_promises(text, today):
        assert (found.first is None) == (found.last is None)
        if found.first and found.last:
            assert found.first <= found.last
            assert found.last >= today
