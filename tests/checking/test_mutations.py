"""The benchmark of the checks changes what it says it changes, and judges it rightly."""

import random
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from checking_careful import covers
from checking_generated import compose
from checking_mutations import (
    KINDS,
    Document,
    Outcome,
    changed_item,
    changes,
    mutated,
    reread,
)
from checking_quantities import digits

from sagsgang.language.numbers import parse_number
from sagsgang.reading import read

TEXT = """REFERAT Arbejdsmarkedsudvalget d. 08-09-2026

Punkt 1: Regnskab

Sagsfremstilling

Der er brugt 412 kr. den 4. maj 2026, jf. § 12.

Område	Budget	Forbrug
Drift	1.240.500	1.180.250
Anlæg	512.300	498.700
Andet	188.700	205.100
I alt	1.941.500	1.884.050

Beslutning

Godkendt.

Punkt 2: Eventuelt

Beslutning

Intet.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return Document("referat.txt", read(TEXT.encode(), "referat.txt"))


@pytest.mark.parametrize("printed", ["1.240.500", "-0,064", "46,2", "7", "10", "3 182", "99,95"])
def test_a_change_is_a_number_and_another(printed):
    for seed in range(20):
        found = changes(printed, random.Random(seed))
        values = {kind: parse_number(text) for kind, text in found.items()}
        assert None not in values.values()
        assert parse_number(printed).value not in {number.value for number in values.values()}
        assert set(found) <= set(KINDS)
        assert {"first digit", "sign"} <= set(found)


def test_what_a_change_is():
    found = changes("1.240.500", random.Random(1))
    assert (found["+10 %"], found["-10 %"]) == ("1.364.550", "1.116.450")
    assert found["sign"] == "-1.240.500"
    assert found["first digit"][1:] == ".240.500"
    assert found["last digit"][:-1] == "1.240.50"
    assert Counter(found["two digits swapped"]) == Counter("1.240.500")
    assert changes("950", random.Random(1))["+10 %"] == "1.045"
    assert "two digits swapped" not in changes("10", random.Random(1))
    assert "sign" not in changes("25", random.Random(1), before="-")


def test_quantities_stand_in_tables_and_in_text(document):
    assert [spot.printed for spot in document.spots if not spot.is_in_table] == ["412"]
    text = document.minutes.items[0].sections[0].text
    in_tables = [spot for spot in document.spots if spot.is_in_table]
    assert len(in_tables) == 8
    assert all(text[spot.start : spot.end] == spot.printed for spot in document.spots)
    assert {document.spots[at].printed for at in document.taking_part()} == {
        spot.printed for spot in in_tables
    }


def test_a_change_in_what_was_read_is_the_change_in_the_text():
    document = Document("a.txt", read(compose(1).encode(), "a.txt"))
    differing = []
    for spot in document.spots[::4]:
        for changed in changes(spot.printed, random.Random(1)).values():
            again = reread(document, spot, changed)
            if again != changed_item(document, spot, changed):
                differing.append((spot, changed))
    assert differing == []


def test_a_change_is_caught_or_within_rounding(document):
    found = list(mutated(document))
    assert {m.kind for m in found} == set(KINDS)
    assert all(m.outcome is Outcome.CAUGHT for m in found if m.kind in ("+10 %", "-10 %"))
    assert all(m.is_marked for m in found if m.outcome is Outcome.CAUGHT)
    totals = [m for m in found if m.spot.cell[1] == 3 and m.kind == "first digit"]
    assert all(m.is_mended for m in totals)
    # Whole numbers are taken as rounded: four of them may be off by two.
    within = [m for m in found if m.outcome is Outcome.WITHIN]
    assert {m.kind for m in within} <= {"last digit"}
    assert all(
        abs(parse_number(m.spot.printed).value - parse_number(m.changed).value) <= 2 for m in within
    )


def test_a_listed_relation_may_lack_one_number_of_three():
    wanted = Counter(["350", "275", "625"])
    assert covers(wanted, Counter(["350", "625"]))
    assert not covers(wanted, Counter(["350"]))
    assert not covers(Counter(["350", "350"]), Counter(["350"]))


def test_a_number_is_known_by_its_digits():
    assert digits("-1.240,50 kr.") == digits("1240,50") == "1240,50"
