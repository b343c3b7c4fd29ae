"""Changes and differences that a text states: which figures the words give, and what holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.quantities import read_prose
from sagsgang.checking.text.changes import change_claims
from sagsgang.checking.text.deltas import read_told
from sagsgang.checking.text.differences import difference_claims
from sagsgang.checking.text.explanations import explained
from sagsgang.checking.text.sums import sum_claims
from sagsgang.language.numbers import format_number


@pytest.fixture
def told(world):
    return lambda text: read_told(read_prose(world.item(sections=(world.section(text),))))


@pytest.fixture
def claims(told):
    def read(text):
        return [*change_claims(told(text)), *difference_claims(told(text))]

    return read


HOLDING = [
    ("Antallet er faldet med 48 fra 1.248 til 1.200.", ["1.248 - 1.200"]),
    (
        "Besøgene voksede fra 684 i 2023 til 763 i 2024, en stigning på 79 besøg eller 11,5 %.",
        ["763 - 684", "(763 - 684) / 684"],
    ),
    ("Der var 58 sager mod 64 året før, et fald på 6 eller 9,4 pct.", ["64 - 58"]),
    (
        "126.754 gæster kom i 2023. Det er 8.352 flere (+7,1 %) end i 2022, hvor tallet var "
        "118.402.",
        ["126.754 - 118.402", "(126.754 - 118.402) / 118.402"],
    ),
    (
        "62,3 % er tilfredse. Ved sidste måling var det 61,6 %, så fremgangen er 0,7 procentpoint.",
        ["62,3 - 61,6"],
    ),
    (
        "Bidraget hæves med 1 mio. kr. Medfinansieringen stiger fra 1,75 mio. kr. til 2,75 mio. "
        "kr., "
        "en stigning på 1,00 mio. kr.",
        ["2,75 - 1,75"],
    ),
    (
        "Budgettet er 743,0 mio. kr., og forbruget blev 731,6 mio. kr.\nI alt blev resultatet "
        "dermed "
        "et mindreforbrug på 11,4 mio. kr.",
        ["743,0 - 731,6"],
    ),
    (
        "Der er et kassetræk på 61,9 mio. kr., hvilket er 15 mio. kr. mere end i det oprindelige "
        "budget (46,9), men mere end 75 mio. kr. mindre end i det korrigerede budget (137,7).",
        ["61,9 - 46,9", "137,7 - 61,9"],
    ),
    (
        "Rammen er på 161,6 mio. kr. Der ventes et merforbrug i forhold til rammen på ca. 68 mio. "
        "kr., svarende til et bruttoforbrug på ca. 230 mio. kr.",
        ["161,6 + 68"],
    ),
    (
        "Rammen overskrides med 21,9 mio. kr. Overskridelsen er inkl. en pulje på 23,2 mio. kr., "
        "så "
        "der reelt er tale om et merforbrug på ca. 45 mio. kr.",
        ["21,9 + 23,2"],
    ),
    (
        "Byrådet afsatte 3.225.000 kr. Heraf blev 2.838.000 kr. brugt. De resterende 387.000 kr. "
        "overføres.",
        ["3.225.000 - 2.838.000"],
    ),
    (
        "Kompetencedækningen er 87,6 %. Den skal være 95 %. Der mangler således 7,4 procentpoint.",
        ["95 - 87,6"],
    ),
    (
        "Emnerne er løn (46 %), ydelser (31 %) og kurser (17 %). De sidste 6 % er andet.",
        ["100 - 46 - 31 - 17"],
    ),
    ("Prisen er 48,75 kr. og går 2,45 kr. op (5,0 procent).", ["2,45 / 48,75"]),
]


@pytest.mark.parametrize(("text", "written"), HOLDING)
def test_what_holds_is_verified(claims, text, written):
    found = claims(text)
    assert all(claim.holds for claim in found)
    assert set(written) <= {claim.written for claim in found}


@pytest.mark.parametrize(
    ("text", "printed", "computed"),
    [
        ("Antallet er faldet med 84 fra 1.248 til 1.200.", "84", "48"),
        ("Der var 58 sager mod 64 året før, en stigning på 6.", "6", "-6"),
        (
            "Andelen er 78,1 pct. Sidste år var den 71,4 pct. Det er en fremgang på 9,4 "
            "procentpoint.",
            "9,4",
            "6,7",
        ),
        ("Der var 763 besøg i 2024 mod 684 i 2023, en stigning på 15,1 %.", "15,1", "11,5"),
        (
            "Budgettet er 604,9 mio. kr., og regnskabet blev 612,4 mio. kr. Det er et "
            "mindreforbrug "
            "på 7,5 mio. kr.",
            "7,5",
            "-7,5",
        ),
        (
            "Huset har 212 pladser. Af de 212 pladser er 187 optaget. De resterende 52 er ledige.",
            "52",
            "25",
        ),
    ],
)
def test_what_fails_is_a_mistake(claims, text, printed, computed):
    found = [claim for claim in claims(text) if not claim.holds and claim.is_sure]
    assert (printed, computed) in [(claim.stated.number, claim.computed) for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        "I gruppen er 412 unge, og 120 er i job. Det er en stigning på 15 i forhold til sidste år.",
        "Der er brugt 350,3 mio. kr. af de 612,4 mio. kr. Det er 2,1 mio. kr. mere end sidste år.",
        "Udgiften steg fra 40 mio. kr. til 44 mio. kr., hvilket er 2 mio. kr. mere end forventet.",
        "I 2023 var der 310 sager. I 2024 er der til august 240, en stigning på 20 pct. i forhold "
        "til samme periode året før.",
        "Gebyret hæves med 25 kr., og provenuet stiger fra 1.200.000 kr. til 1.290.000 kr.",
        "Budgettet er 96,3 mio. kr., og regnskabet bliver 97,1 mio. kr. Merforbruget på 1,9 mio. "
        "kr. på ældre opvejes af et mindreforbrug på 1,1 mio. kr. på sundhed.",
        "Budgettet er 5,2 mio. kr. og forbruget pr. 30. juni 2,9 mio. kr. Der ventes et merforbrug "
        "på 0,4 mio. kr. ved årets udgang.",
        "Skolen har 412 elever mod 391 sidste år. Det er 14 flere piger og 7 flere drenge.",
        "Prisen stiger fra 89 kr. til 95 kr., dvs. med 3 kr. mere end pristallet.",
        "Af de 22 ansatte er 6 på deltid, 3 på orlov og nogle nye. De øvrige 80 pladser er tomme.",
        "Der er 54 elever i 2022, 59 i 2023 og 62 i maj 2024. Væksten er på 8 elever.",
    ],
)
def test_what_is_measured_from_elsewhere_is_not_told(claims, text):
    assert not [claim for claim in claims(text) if not claim.holds and claim.is_sure]


def test_explanations_leave_a_rest(told):
    text = (
        "Mindreforbruget blev 11,4 mio. kr.\nHovedforklaringerne er færre på sygedagpenge (12,2 "
        "mio. "
        "kr.) og fleksjob (4,4 mio. kr.).\nI modsat retning trækker a-dagpenge (16,1 mio. kr.)."
    )
    (found,) = explained(told(text))
    assert found.sum == 500_000
    assert (found.holds, found.is_all, found.is_worth_a_note) == (False, False, True)


LEVELS = st.integers(100, 99_999)


@given(old=LEVELS, new=LEVELS, wrong=st.integers(1, 99_999))
def test_a_change_from_to_is_silent_and_caught_when_changed(world, old, new, wrong):
    word = "en stigning" if new >= old else "et fald"
    right = abs(new - old)
    for change in {right, wrong}:
        numbers = (format_number(each, 0) for each in (old, new, change))
        said = "Antallet gik fra {} til {}, {word} på {} borgere.".format(*numbers, word=word)
        item = world.item(sections=(world.section(said),))
        (claim,) = change_claims(read_told(read_prose(item))) or (None,)
        assert claim.holds == (change == right)


WORDS = st.sampled_from(
    [
        *[
            "i_alt",
            "heraf",
            "hvoraf",
            "fra",
            "til",
            "mod",
            "resten",
            "de_øvrige",
            "er",
            "og",
            "samt",
            "(",
            ")",
            ":",
            ";",
            ".",
            "2023",
            "12",
            "1.250",
        ],
        *[
            "en_stigning_på",
            "et_fald_på",
            "mindreforbrug_på",
            "budget_på",
            "forbrug_på",
            "ca.",
            "flere",
            "færre",
        ],
        *[
            "mere_end",
            "året_før",
            "skyldes",
            "hele",
            "modsat",
            "fordelt_på",
            "svarende_til_et_forbrug_på",
            "reelt",
        ],
        *[
            "4,5_mio._kr.",
            "38_%",
            "3_procentpoint",
            "inkl.",
            "15-25",
            "-0,5",
            "tolv",
            "halvdelen",
            "0",
            "0_%",
            "hvilket_er",
        ],
        "\n",
        "\n- ",
    ]
).map(lambda word: word.replace("_", " "))


@given(words=st.lists(WORDS, max_size=30))
def test_any_text_is_read(world, words):
    item = world.item(sections=(world.section(" ".join(words)),))
    sections = read_told(read_prose(item))
    for find in (sum_claims, change_claims, difference_claims):
        for claim in find(sections):
            assert claim.statement()
    for found in explained(sections):
        assert found.causes
