"""Derived lines in the styles that municipalities print them."""

import pytest

from sagsgang.checking import check

RULES = ["F03", "F10", "F15"]


@pytest.fixture
def report(world):
    return lambda text, **settings: check(world.with_table(text, **settings), rules=RULES)


HOLDING = {
    "budget less spent": (
        """
        Område|Korrigeret budget|Forbrug|Afgivelse
        Jobhuset|612,4|601,1|11,3
        """,
        "612,4 - 601,1 = 11,3",
    ),
    "actual less budget, revenue negative": (
        """
        Konto|Budget|Regnskab|Afvigelse
        Drift|14.215|13.987|-228
        Billetter|-2.310|-2.254|56
        Varer|640|690|50
        """,
        "-2.254 + 2.310 = 56",
    ),
    "unsigned": (
        """
        Post|Budget|Forbrug|Afvigelse
        Løn|1.000|1.403|403
        Varer|2.000|1.517|483
        Leje|500|551|51
        """,
        "2.000 - 1.517 = 483",
    ),
    "rows": (
        """
        |I alt|Unge|Voksne
        Forventet antal|1.240|410|830
        Faktisk antal|1.190|425|765
        Forskel (antal)|-50|15|-65
        """,
        "1.190 - 1.240 = -50",
    ),
    "percentage points": (
        """
        |I alt|Unge|Voksne
        Forventet antal|1.240|410|830
        Faktisk antal|1.190|425|765
        Forventet andel (pct.)|8,06|2,66|5,40
        Faktisk andel (pct.)|7,74|2,76|4,98
        Forskel (pct. point)|-0,32|0,10|-0,42
        """,
        "7,74 - 8,06 = -0,32",
    ),
    "corrected budget": (
        """
        Område|Opr. budget|Tillægsbevillinger|Omplaceringer|Korr. budget
        Skoler|48.600|1.900|-350|50.150
        Klubber|31.250|-600|100|30.750
        """,
        "48.600 + 1.900 - 350 = 50.150",
    ),
    "letters": (
        """
        Område|A. Ramme|B. Bevilget|C = A - B
        Nord|4.120|3.875|245
        Syd|2.960|3.015|-55
        """,
        "4.120 - 3.875 = 245",
    ),
    "numbered columns": (
        """
        Område|Vedtaget|Korrigeret|Forbrug|Afvigelse (3-2)
        (1)|(2)|(3)|(4)|(5)
        Nord|4.120|4.375|245|255
        Syd|2.960|3.015|55|55
        """,
        "4.375 - 4.120 = 255",
    ),
    "rest after what is set aside": (
        """
        Projekt|Bevilling|Forbrug|Disponeret|Rest
        Havn|12.400|7.315|2.260|2.825
        Hal|8.950|8.102|519|329
        Sti|3.380|1.077|1.486|817
        """,
        "12.400 - 7.315 - 2.260 = 2.825",
    ),
    "share of total above": (
        """
        Svar|Antal|Pct.
        I alt|412|100
        Tilfreds|344|83
        Utilfreds|68|17
        """,
        "344 / 412 = 83 %",
    ),
    "share of what is shown": (
        """
        Leverandør|Borgere|Andel
        Eget|705|63 pct.
        Øst|288|26 pct.
        Nær|125|11 pct.
        """,
        "288 / (705 + 288 + 125) = 26 %",
    ),
    "appeals": (
        """
        |2023|2024
        Stadfæstelse|13|15
        Ændring|1|-
        Hjemvisning|3|5
        Sager i alt|17|20
        Omgørelsesprocent|23,5% (20 %)|25,0%
        """,
        "(1 + 3) / 17 = 23,5 %",
    ),
    "index": (
        """
        År|Antal|Indeks (2019=100)
        2019|250|100
        2020|262|105
        2021|241|96
        """,
        "262 / 250 = 105",
    ),
    "price each": (
        """
        Plejehjem|Budget (1.000 kr.)|Pladser|Pris pr. plads
        Nord|31.400|52|603.846
        Syd|28.900|48|602.083
        Vest|19.100|30|636.667
        """,
        "1.000 · 31.400 / 52 = 603.846",
    ),
    "months of the heads": (
        """
        |Sept. 2020 – sept. 2023|Okt. 2023 – jun. 2024
        Egen læge*|613|237
        A-kasse|425|168
        Gns. antal pr. måned|28|45
        """,
        "(613 + 425) / 37 = 28",
    ),
    "mean of rows": (
        """
        Måned|2022|2023|2024
        Januar|12|14|21
        Februar|15|13|17
        Marts|11|18|22
        Gennemsnit|12,7|15,0|20,0
        """,
        "(12 + 15 + 11) / 3 = 12,7",
    ),
}


@pytest.mark.parametrize(("text", "statement"), HOLDING.values(), ids=HOLDING)
def test_what_holds_is_told_as_it_is_worked_out(report, statements, text, statement):
    found = report(text)
    assert statement in statements(found)
    assert found.findings == ()


SILENT = {
    "the words name a budget that is not shown": """
        Område|Oprindeligt budget|Forbrug|Afvigelse ift. korrigeret budget
        A|12.400|12.650|250
        B|3.100|2.950|-150
        C|1.870|1.910|40
        D|4.400|4.100|-500
        """,
    "an addition that is not shown, in a row and in the total": """
        Område|Oprindeligt budget|Tillægsbevilling|Korrigeret budget
        A|10.000|500|10.500
        B|8.000|-200|7.800
        C|6.000|100|6.450
        D|3.000|10|3.010
        I alt|27.000|410|27.760
        """,
    "less what is carried over, where something is": """
        Område|Budget|Regnskab|Overførsel|Afvigelse
        Skoler|312,5|310,1|2,0|0,4
        Dagtilbud|148,0|147,2|0,0|0,8
        SFO|41,6|41,0|0,0|0,6
        Klub|12,2|12,4|0,0|-0,2
        """,
    "revenue has the other sign": """
        Område|Budget|Regnskab|Afvigelse
        Løn|12.400|12.650|-250
        Varer|3.100|2.950|150
        Lokaler|1.870|1.910|-40
        Energi|2.870|2.810|60
        Deltagerbetaling|1.200|1.260|60
        """,
    "rounded to thousands": """
        Område|Budget|Regnskab|Afvigelse
        A|1.250.000|1.300.000|54.000
        B|850.000|822.000|-28.000
        C|400.000|410.000|10.000
        D|90.000|80.000|-10.000
        """,
    "the total adds up rounded figures": """
        Område|Budget|Regnskab|Afvigelse
        A|10,4|10,8|0,4
        B|5,4|5,8|0,3
        C|3,4|3,8|0,3
        D|23,4|23,8|0,3
        E|42,6|44,2|1,3
        """,
    "one column of deviations up, one down": """
        Område|Budget|Regnskab|Merforbrug|Mindreforbrug
        A|96,4|90,9||5,5
        B|71,2|69,0||2,2
        C|82,5|84,1|1,6|
        D|97,3|95,8||1,5
        I alt|347,4|339,8|1,6|9,2
        """,
    "shares cut off": """
        Gruppe|Antal|Pct.
        A|196|47
        B|148|35
        C|37|8
        D|31|7
        I alt|412|100
        """,
    "a weighted mean": """
        Skole|Dansk|Matematik|Engelsk|Fysik
        Nord|7,2|6,8|7,9|6,6
        Syd|6,1|5,9|6,8|5,5
        Vest|7,8|7,5|8,1|7,0
        Gennemsnit|7,0|6,7|7,6|6,7
        """,
    "shares of a budget that was corrected": """
        Område|Opr. budget|Forbrug|Forbrugspct.
        A|12.400|6.200|50,0
        B|3.100|1.550|50,0
        C|1.870|1.000|53,5
        D|4.400|2.400|51,1
        """,
    "ages look like a formula": """
        Institution|Børn (0-2)|Børn (3-5)|Ændring
        Solen|24|41|17
        Månen|12|30|2
        Stjernen|18|36|-3
        """,
    "half of the rows disagree": """
        Post|Budget|Forbrug|Rest
        A|1.017|400|617
        B|2.033|1.500|533
        C|500|550|83
        D|800|120|977
        """,
    "a change since something else": """
        Ydelse|Maj 2024|Maj 2025|Udvikling seneste måned
        A|1.604|1.610|6
        B|988|990|2
        C|1.377|1.390|4
        D|700|701|1
        """,
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_table_that_may_mean_it_is_left_alone(report, text):
    assert report(text).findings == ()


WRONG = {
    "a digit": ("715", "517", "Støtte|17.385|17.902|715"),
    "a sign": ("-517", "517", "Støtte|17.385|17.902|-517"),
    "a tenth": ("569", "517", "Støtte|17.385|17.902|569"),
}


@pytest.mark.parametrize(("printed", "computed", "row"), WRONG.values(), ids=WRONG)
def test_what_fails_alone_is_told(report, printed, computed, row):
    found = report(
        f"""
        Område|Budget|Regnskab|Afvigelse
        Botilbud|48.210|49.115|905
        Dagtilbud|22.640|22.190|-450
        {row}
        Transport|6.120|6.307|187
        """
    )
    (finding,) = found.findings
    assert (finding.printed, finding.computed) == ((printed,), (computed,))
    assert finding.place.cells == ((2, 3), (2, 2), (2, 1))
    assert finding.lines == (13, 13)
    assert "17.902 - 17.385 = 517" in finding.message
    assert len(found.verified) == 3


def test_a_share_of_counts_is_exact_where_the_others_show_it(report):
    found = report(
        """
        Skole|Elever|Vil have mad|Andel
        Nord|12|5|42 %
        Syd|14|9|64 %
        Vest|11|3|27 %
        Øst|16|11|69 %
        Midt|15|8|57 %
        """
    )
    (finding,) = found.findings
    assert (finding.printed, finding.computed) == (("57 %",), ("53 %",))


def test_a_slip_that_a_sum_tells_is_not_told_again(world):
    text = """
        Område|Budget|Regnskab|Afvigelse
        Løn|48.210|49.115|905
        Varer|22.640|22.190|-450
        Leje|17.385|17.902|715
        I alt|88.235|89.207|972
        """
    found = check(world.with_table(text), rules=["F01", *RULES])
    assert [finding.rule for finding in found.findings] == ["F01"]


def test_a_displaced_column_leaves_the_shares_of_the_others(report, statements):
    found = report(
        """
        Udfald|Lov A|Lov B|Lov C
        Stadfæstelse|6|11|42
        Ændring|2|1|30
        Hjemvisning|2|4|5
        Sager i alt|10|16|7
        Omgørelsesprocent|40 %|31,3 %|28,6 %
        """
    )
    assert "(1 + 4) / 16 = 31,3 %" in statements(found)
    assert found.findings == ()


def test_what_was_changed_on_appeal_is_a_share(report, statements):
    found = report(
        """
        Udfald|2021|2022|2023|2024
        Stadfæstelse|6|11|31|48
        Ændring|1|2|5|8
        Hjemvisning|1|3|8|12
        Sager i alt|8|16|44|68
        Ændringsprocent|12,5 %|12,5 %|11,4 %|71,8 %
        """
    )
    assert "5 / 44 = 11,4 %" in statements(found)
    (finding,) = found.findings
    assert (finding.printed, finding.computed) == (("71,8 %",), ("11,8 %",))


def test_a_mean_outside_its_figures_is_told(report):
    found = report(
        """
        Måned|2021|2022|2023|2024
        Januar|112|131|144|121
        Februar|155|120|133|117
        Marts|118|148|181|122
        April|163|129|162|100
        Gennemsnit|137|132|155|215
        """
    )
    (finding,) = found.findings
    assert (finding.printed, finding.computed) == (("215",), ("115",))
