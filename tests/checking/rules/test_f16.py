"""F16 in tables: ranks among municipalities, and those that are none."""

import pytest

from sagsgang.checking import check

TABLE = """
    Emne|Placering 2023|Placering 2024
    Sagsbehandling|31|{}
    Arbejdskraft|52|47
    Veje|66|71
"""


@pytest.fixture
def report(world):
    return lambda text, prose="": check(world.with_table(text, prose=prose), rules=["F16"])


@pytest.mark.parametrize("rank", ["104", "0", "1,4"])
def test_a_rank_that_no_municipality_has_is_told(report, rank):
    found = report(TABLE.format(rank), "Placeringen blandt landets 98 kommuner.")
    (finding,) = found.findings
    assert finding.printed == (rank,)
    assert finding.place.cells == ((0, 2),)


def test_ranks_from_1_to_98_are_verified(report):
    found = report(TABLE.format("98"), "Kommunen på benchmarkranglisten.")
    assert found.findings == ()
    assert [each.statement for each in found.verified] == ["31, 52, 66: 1–98", "98, 47, 71: 1–98"]


@pytest.mark.parametrize(
    "prose", ["", "Kommunen har spurgt borgerne.", "Placeringen blandt 340 skoler."]
)
def test_nothing_is_said_when_the_words_do_not_say_among_whom(report, prose):
    found = report(TABLE.format("104"), prose)
    assert (found.findings, found.verified) == ((), ())


def test_a_table_of_ranks_says_so_in_its_corner(report):
    found = report(
        """
        Placering|2. kvt. 2020|4. kvt. 2020
        Alle ydelser|18|20
        Sygedagpenge|34|126
        Kontanthjælp|18|19
        """,
        "Jobindsats' benchmark.",
    )
    (finding,) = found.findings
    assert finding.printed == ("126",)
