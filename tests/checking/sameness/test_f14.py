"""F14 beyond its page: which clauses tell the same figure, and which only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking import check
from sagsgang.minutes import SectionKind

MISTAKES = [
    # summary, account, what is printed
    (
        "Udgiften til ekstra vagter blev 2,415 mio. kr. i foråret.",
        "Udgiften til ekstra vagter blev 2,451 mio. kr. i foråret.",
        ("2,415", "2,451"),
    ),
    (
        "Der er brugt 418,3 mio. kr., hvilket svarer til en forbrugsprocent på 47,2 pct.",
        "Ultimo juli er der brugt 418,3 mio. kr. svarende til en forbrugsprocent på 42,7 pct.",
        ("47,2", "42,7"),
    ),
    (
        "Antallet af besøg i den åbne rådgivning blev 1.842.",
        "I alt blev antallet af besøg i den åbne rådgivning 1.482.",
        ("1.842", "1.482"),
    ),
    (
        "Der søges 640.000 kr. til renovering af taget på Nørreskolen.",
        "Forvaltningen søger om 460.000 kr. til renovering af taget på Nørreskolen.",
        ("640.000", "460.000"),
    ),
    (
        "Ordningen giver en lavere udgift til kørsel (4,5 mio. kr. i 2026).",
        "Ordningen giver en lavere udgift til kørsel på 4,5 mio. kr. i 2028.",
        ("2026", "2028"),
    ),
]

IN_ORDER = [
    # another year
    (
        "Vagter kostede 2,415 mio. kr. i 2023.",
        "Vagter kostede 2,451 mio. kr. i 2024.",
    ),
    # plan against actual
    (
        "Forventet udgift til vagter er 2,415 mio.",
        "Faktisk udgift til vagter er 2,451 mio.",
    ),
    # a month against a year
    ("Der kom 1.842 henvendelser om måneden.", "Der kom 1.482 henvendelser årligt."),
    # another group
    (
        "Her svarede 64,2 pct. af kvinderne ja.",
        "Her svarede 62,4 pct. af mændene ja.",
    ),
    # the country
    ("Andelen er 17,42 pct. i kommunen.", "Andelen er 14,72 pct. på landsplan."),
    # rounded
    ("Udgiften til vagter blev 2,4 mio. kr.", "Udgiften til vagter blev 2,415 mio. kr."),
    ("Udgiften til vagter blev ca. 2,5 mio. kr.", "Udgiften til vagter blev 2,452 mio. kr."),
    # the account knows both
    (
        "Udgiften til vagter foreslås sat til 2,415 mio. kr.",
        "Udgiften til vagter er 2,451 mio. kr. Udgiften til vagter foreslås sat til 2,415 mio. kr.",
    ),
    # bounds
    ("Mindst 1.842 borgere deltog.", "Højst 1.482 borgere deltog."),
    # other ages
    ("Der var 1.842 ledige i alderen 18 år.", "Der var 1.482 ledige i alderen 60 år."),
    # other units
    ("Der blev brugt 1.842 timer på sagen.", "Der blev brugt 1.482 kr. på sagen."),
    # other months
    ("Ledigheden var 3,842 pct. i marts 2025.", "Ledigheden var 3,482 pct. i april 2025."),
    # a figure each year
    (
        "Der afsættes 4,5 mio. i 2026.",
        "Der afsættes 4,5 mio. i 2026 og 4,5 mio. i 2027.",
    ),
]


@pytest.mark.parametrize(("summary", "account", "figures"), MISTAKES)
def test_the_same_figure_with_two_values(twice, printed, summary, account, figures):
    assert printed(twice(summary, account)) == [figures]


@pytest.mark.parametrize(("summary", "account"), IN_ORDER)
def test_two_figures_that_only_look_alike(twice, printed, summary, account):
    assert printed(twice(summary, account)) == []


def test_what_agrees_is_verified_with_both_places(twice):
    report = twice(
        "Udgiften til vagter blev 2,415 mio. kr.", "I alt blev udgiften til vagter 2,415 mio. kr."
    )
    (held,) = report.verified
    assert held.statement == "2,415 mio. kr. i «Sagsfremstilling» og «Sagsfremstilling»"
    assert (held.place.section, held.others[0].section) == (0, 1)


@pytest.mark.parametrize(
    ("summary", "account"),
    [
        # in other words: a figure that differs would not be told
        ("Udgiften til vagter blev 2,415 mio. kr.", "Vagter kostede 2,415 mio. kr."),
        # told twice on one side: one of them may be another without a word
        (
            "Der søges om 87.500 kr. til rådgivning.",
            "Der søges om 87.500 kr. til rådgivning. Puljen på 87.500 kr. er til rådgivning.",
        ),
        # "korrigeret" stands on one side only
        (
            "Det korrigerede budget til vagter er 2,415 mio. kr.",
            "Budget til vagter er 2,415 mio. kr.",
        ),
    ],
)
def test_what_is_verified_by_nothing(twice, summary, account):
    assert twice(summary, account).verified == ()


RETOLD = [
    (
        "Udvalgets driftsbudget foreslås nedsat med {} mio. kr.",
        "Forvaltningen indstiller, at driftsbudgettet nedsættes med {} mio. kr. i år.",
    ),
    (
        "Der søges om en tillægsbevilling på {} mio. kr. til anbringelser.",
        "Der er søgt om en tillægsbevilling på {} mio. kr.",
    ),
    ("Der flyttes {} mio. kr. i 2025.", "I alt flyttes {} mio. kr. i 2025 fra vej til park."),
]


@pytest.mark.parametrize(("summary", "account"), RETOLD)
@given(value=st.integers(1_001, 99_999), other=st.integers(-15, 15))
def test_what_is_verified_would_have_been_told(twice, summary, account, value, other):
    def printed(number):
        return f"{number // 1000},{number % 1000:03}"

    assert twice(summary.format(printed(value)), account.format(printed(value))).verified
    changed = value + value * other // 100
    report = twice(summary.format(printed(value)), account.format(printed(changed)))
    assert bool(report.findings) == (changed != value)


def test_the_finding_marks_both_figures(twice):
    summary = "Udgiften til ekstra vagter blev 2,415 mio. kr. i foråret."
    (finding,) = twice(summary, summary.replace("415", "451")).findings
    places = (finding.place, *finding.others)
    assert [place.section for place in places] == [0, 1]
    assert {summary[slice(*span)] for span in finding.place.spans} == {"2,415 mio. kr."}


def test_two_lists_of_the_same_account_are_not_compared(world, findings):
    line = "Udgiften til ekstra vagter blev {} mio. kr."
    text = "\n".join(map(line.format, ("2,415", "2,451")))
    assert findings(world.minutes(world.item(sections=(world.section(text),))), "F14") == ()


def test_what_was_decided_before_is_not_compared(world, findings):
    now = world.section("Udgiften til ekstra vagter er 2,415 mio. kr.", SectionKind.SUMMARY)
    then = world.section(
        "Udgiften til ekstra vagter er 2,451 mio. kr.", SectionKind.EARLIER_TREATMENTS
    )
    assert findings(world.minutes(world.item(sections=(now, then))), "F14") == ()


def test_standard_sentences_of_two_cases_are_not_compared(world, findings):
    sentence = "Udgiften på {} kr. afholdes inden for rammen."
    items = [
        world.item(str(number), sections=(world.section(sentence.format(amount)),))
        for number, amount in enumerate(("41.500", "45.100", "14.500"), start=1)
    ]
    assert findings(world.minutes(*items), "F14") == ()


def test_the_same_long_sentence_in_two_items(world):
    sentence = (
        "Arbejdsmarkedsområdet forventer et mindreforbrug til sygedagpenge og "
        "jobafklaring i hele kommunen på {} mio. kr. ved årets udgang."
    )
    items = [
        world.item(str(number), sections=(world.section(sentence.format(amount)),))
        for number, amount in enumerate(("44,41", "41,44"), start=1)
    ]
    (finding,) = check(world.minutes(*items), rules=["F14"]).findings
    assert finding.printed == ("44,41", "41,44")
    assert "punkt 1" in finding.message
    assert "punkt 2" in finding.message


def test_in_english(world, told):
    summary = "Udgiften til ekstra vagter blev 2,415 mio. kr. i foråret."
    minutes = world.minutes(told(summary, summary.replace("415", "451")))
    (finding,) = check(minutes, rules=["F14"], language="en").findings
    assert "two figures" in finding.message
