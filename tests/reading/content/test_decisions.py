"""The words of a decision → outcome, parts by recommendation, and what follows."""

import datetime

import pytest

from sagsgang.minutes import FollowUpAction, Outcome
from sagsgang.reading.content.decisions import outcome_of, read_decision, sentences

HELD = datetime.date(2025, 5, 5)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Godkendt.", Outcome.APPROVED),
        ("Indstillingen blev tiltrådt.", Outcome.APPROVED),
        ("Taget til efterretning.", Outcome.NOTED),
        ("Drøftet.", Outcome.DISCUSSED),
        ("Anbefales godkendt.", Outcome.RECOMMENDED),
        ("Indstilles til Byrådets godkendelse.", Outcome.RECOMMENDED),
        ("Udsat til næste møde.", Outcome.POSTPONED),
        ("Sagen sendes tilbage til forvaltningen.", Outcome.REFERRED),
        ("Oversendes til Økonomiudvalget.", Outcome.REFERRED),
        ("Forkastet.", Outcome.REJECTED),
        ("Udvalget kan ikke godkende forslaget.", Outcome.REJECTED),
        ("Bortfaldet.", Outcome.LAPSED),
        ("Godkendt med den ændring, at scenen males grøn.", Outcome.CHANGED),
        ("Udvalget bemyndigede formanden til at godkende planen.", Outcome.DELEGATED),
        ("Intet til referat.", Outcome.NONE),
        ("Scenen er rød.", None),
    ],
)
def test_what_the_words_mean(text: str, outcome: Outcome | None) -> None:
    assert outcome_of(text) is outcome
    assert read_decision(text).outcome is outcome


def test_what_only_informs_others_decides_nothing() -> None:
    decision = read_decision("Godkendt. Sagen sendes til Seniorrådet til orientering.", 1, HELD)
    assert decision.outcome is Outcome.APPROVED
    [follow_up] = decision.follow_ups
    assert (follow_up.action, follow_up.to) == (FollowUpAction.FORWARDED, "Seniorrådet")


def test_what_a_single_member_says_is_not_the_decision() -> None:
    text = "Indstillingen blev godkendt. Bo Lind (V) kan ikke godkende indstillingen."
    assert outcome_of(text) is Outcome.APPROVED


@pytest.mark.parametrize(
    "text",
    [
        "Ad 1: Godkendt.\nAd 2-3: Anbefales.",
        "1. Godkendt.\n2-3. Anbefales.",
        "Punkt 1 blev godkendt, punkt 2-3 anbefales.",
        "Ad 1. Godkendt.\n\nAd 2 og 3. Anbefales.",
        "Pkt. 1: Godkendt.\nPkt. 2-3: Anbefales.",
    ],
)
def test_parts_answer_recommendations_by_number(text: str) -> None:
    decision = read_decision(text, 3)
    assert [(part.covers, part.outcome) for part in decision.parts] == [
        ((1,), Outcome.APPROVED),
        ((2, 3), Outcome.RECOMMENDED),
    ]
    assert decision.outcome is Outcome.MIXED


def test_parts_that_agree_are_one_outcome() -> None:
    assert read_decision("Ad 1: Godkendt.\nAd 2: Godkendt.", 2).outcome is Outcome.APPROVED


def test_letters_count_as_numbers() -> None:
    decision = read_decision("a) Godkendt.\nb) Udsat.", 2)
    assert [part.covers for part in decision.parts] == [(1,), (2,)]


def test_a_number_in_the_words_is_no_part() -> None:
    assert read_decision("Godkendt med 3 stemmer mod 2.", 1).parts == ()
    assert read_decision("Bevillingen på 1.200 kr. blev godkendt.", 1).parts == ()


@pytest.mark.parametrize(
    ("text", "action", "to", "when"),
    [
        (
            "Godkendt. Oversendes til Handicaprådet til efterretning.",
            FollowUpAction.FORWARDED,
            "Handicaprådet",
            None,
        ),
        (
            "Udsat. Sagen genoptages efter høring i Seniorrådet.",
            FollowUpAction.RESUME_AFTER_HEARING,
            "Seniorrådet",
            None,
        ),
        (
            "Udvalget besluttede, at status fremlægges på mødet den 18. august 2025.",
            FollowUpAction.REPORT_BACK,
            None,
            datetime.date(2025, 8, 18),
        ),
    ],
)
def test_what_follows(
    text: str, action: FollowUpAction, to: str | None, when: datetime.date | None
) -> None:
    [follow_up] = read_decision(text, 1, HELD).follow_ups
    assert (follow_up.action, follow_up.to, follow_up.when) == (action, to, when)


def test_nothing_follows_from_a_plain_decision() -> None:
    assert read_decision("Taget til efterretning.", 1, HELD).follow_ups == ()


def test_an_abbreviation_ends_no_sentence() -> None:
    assert list(sentences("Godkendt jf. bilag. Se pkt. Tre for prisen. Slut")) == [
        "Godkendt jf. bilag.",
        "Se pkt. Tre for prisen.",
        "Slut",
    ]
