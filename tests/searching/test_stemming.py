import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.searching.stemming import odd_forms, root, stem

SAME = """
budget budgetter budgettet budgetterne budgets budgettets
proces processen processer processernes
aktivitet aktiviteter aktiviteten aktivitets aktiviteternes
plads pladsen pladser pladserne pladsens
center centret centre centrene centrets centers centeret
regel regler reglen reglerne reglernes
middel midler midlerne midlet
læge læger lægen lægerne lægernes
ejer ejere ejeren ejerne ejernes
barn børn barnet børnene børns børnenes barnets
bog bøger bogen bøgerne bogens
mand mænd mændene manden
kommune kommuner kommunen kommunens kommunerne kommunernes
kommunal kommunale kommunalt
ledig ledige ledigt lediges
social sociale socialt
individuel individuelle individuelt
virksom virksomt virksomme
museum museet museer museerne
gymnasium gymnasiet gymnasier gymnasierne
klub klubber klubben klubbernes
afgørelse afgørelser afgørelsen afgørelserne
virksomhed virksomheder virksomhedens virksomhederne
borger borgere borgeren borgernes borgerens
vedtage vedtaget vedtog vedtages vedtagne
godkende godkendt godkendes godkender
beslutte besluttet beslutter besluttede
projekt projekter projektet projekterne projektets
tilskud tilskuddet tilskuddene tilskuds
år året årene årets
uge uger ugen ugerne
by byen byer byerne
hånd hænder hånden hænderne
aften aftenen aftener
nummer numre nummeret
minister ministre ministeren
model modeller modellen modellerne
cykel cykler cyklen
anlæg anlægget anlæggene anlægs
politik politikker politikken
område områder området områderne
renovering renoveres renoveringen renovere renoveret renoveringerne
beslutning besluttet beslutningen beslutninger
anbefaling anbefaler anbefalinger anbefalet
godkendelse godkendelsen godkendt godkender
indberetning indberettes indberetningen
lukning lukkes lukningen lukket
flytning flytter flytningen
nedrive nedrivning nedrevet nedrevne nedrives
udvikling udviklingen udvikles
undersøgelse undersøges undersøgelserne
bi bier bierne bien
ny nye nyt
foreslå foreslår foreslog foreslået
stor større størst
"""
APART = [
    ("leder", "ledig"),
    ("ledig", "ledighed"),
    ("plads", "plade"),
    ("læge", "lægge"),
    ("vej", "vejr"),
    ("leje", "lejr"),
    ("møde", "mor"),
    ("hus", "hund"),
    ("barn", "bane"),
    ("lov", "løb"),
    ("ret", "rest"),
    ("gods", "god"),
    ("kurs", "kur"),
    ("sats", "satte"),
    ("ordning", "ord"),
    ("retning", "ret"),
    ("måling", "mål"),
    ("ledelse", "leder"),
    ("styrelse", "styr"),
    ("forening", "fore"),
    ("handling", "handel"),
    ("størrelse", "stor"),
]


@pytest.mark.parametrize("forms", SAME.strip().splitlines(), ids=lambda line: line.split()[0])
def test_forms_of_a_word_are_one(forms):
    assert len({root(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_stay_apart(one, other):
    assert root(one) != root(other)


WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=40)


@given(WORDS)
def test_a_stem_is_no_longer_and_never_empty(word):
    assert 0 < len(stem(word)) <= len(word)


def test_odd_forms_begin_as_they_are_printed():
    assert set(odd_forms("bog")) == {"bog", "bøg"}
    assert odd_forms("skol") == ()
