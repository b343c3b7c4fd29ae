"""What the words beside figures say about them."""

import pytest

from sagsgang.checking.tables.labels import Role, is_bullet, is_plain_total, is_ratio, role_of


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("I alt", Role.TOTAL),
        ("**Ialt**", Role.TOTAL),
        ("Sager i alt", Role.TOTAL),
        ("Driftsudgifter i alt:", Role.TOTAL),
        ("Total", Role.TOTAL),
        ("Subtotal", Role.TOTAL),
        ("Samlet antal på ledighedsydelse", Role.TOTAL),
        ("Samlede udgifter", Role.TOTAL),
        ("Nettoresultat", Role.NET),
        ("Driftsresultat før finansiering", Role.NET),
        ("Alle ydelser", Role.NET),
        ("Heraf løn", Role.OF_WHICH),
        ("- heraf løn", Role.OF_WHICH),
        ("Omgørelsesprocent", Role.ASIDE),
        ("Andel i alt", Role.ASIDE),
        ("Gns. udgift i alt", Role.ASIDE),
        ("Forskel til rammen", Role.ASIDE),
        ("Afvigelse i alt", Role.ASIDE),
        ("Børne- og Familieudvalget", Role.PART),
        ("Totalentreprise, skole", Role.PART),
        ("", Role.PART),
    ],
)
def test_the_role_of_a_line(label, role):
    assert role_of(label) is role


@pytest.mark.parametrize(
    "label", ["Andel", "Pct.", "Pris pr. elev", "Placering", "Gns. alder", "År"]
)
def test_what_cannot_be_added(label):
    assert is_ratio(label)


@pytest.mark.parametrize(
    "label", ["Korrigeret budget pr. 31. oktober", "Budget år 2024", "Antal personer", "2025"]
)
def test_what_can_be_added(label):
    assert not is_ratio(label)


def test_a_total_of_more_than_is_shown_is_not_plain():
    assert is_plain_total("I alt")
    assert is_plain_total("Udgifter i alt")
    assert not is_plain_total("I alt ekskl. moms")
    assert not is_plain_total("I alt, hele landet")
    assert not is_plain_total("Løn")


def test_a_list_point_is_known():
    assert is_bullet("- løn")
    assert not is_bullet("Område-løn")
