"""Rosters: names with party, role and note; prose gives nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.names import PersonName, looks_like_names, parse_people
from sagsgang.language.party_names import LETTER_BY_SPELLING, party_of

ADA = PersonName("Ada Holm", "A")
BO = PersonName("Bo Lind", "V")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm (A), Bo Lind (V)",
        "Ada Holm (A) og Bo Lind (V).",
        "Ada Holm (A)\nBo Lind (V)",
        "- Ada Holm (A)\n- Bo Lind (V)",
        "1. Ada Holm (A)\n2. Bo Lind (V)",
        "Ada Holm [A]; Bo Lind [V]",
        "Ada Holm, A\nBo Lind, V",
        "Ada Holm, Socialdemokratiet, Bo Lind, Venstre",
        "Ada Holm - A\nBo Lind - Venstre",
        "Ada Holm – Socialdemokratiet\nBo Lind – V",
        "Ada Holm A, Bo Lind V",
        "(A) Ada Holm\n(V) Bo Lind",
        "Ada Holm (A) Bo Lind (V)",
        "Ada Holm (A), Bo\nLind (V)",
        "Ada\xa0Holm\t(A), Bo Lind (Venstre)",
        "Fraværende: Ada Holm (A) og Bo Lind (V)",
        "Afbud fra Ada Holm (A) og Bo Lind (V)",
        "Følgende var fraværende: Ada Holm (A)/Bo Lind (V)",
        "Socialdemokratiet (A): Ada Holm\nVenstre (V): Bo Lind",
        "Socialdemokratiet: Ada Holm\nVenstre: Bo Lind",
    ],
)
def test_every_form_of_one_roster(text: str) -> None:
    assert parse_people(text) == [ADA, BO]
    assert looks_like_names(text)


@pytest.mark.parametrize(
    "name",
    [
        "Zahra Mohamud Ali",
        "Mehmet Z. Dogan",
        "H.C. Holm",
        "Karl von der Holm",
        "Fatima el Hassan",
        "Omar al-Hassan",
        "Jürgen Müller-Öst",
        "Øjvind Åkjær Sørensen",
        "Anne-Mette Bæk d'Or",
        "Else Henning Maj",
        "Kağan Şahin",
        "Flemming O'Neill Bering",
        "Per de la Cour",
    ],
)
def test_names_of_many_origins(name: str) -> None:
    assert parse_people(name) == [PersonName(name)]
    assert parse_people(f"{name} (B) og Bo Lind (V)") == [PersonName(name, "B"), BO]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Formand Ada Holm (A)", PersonName("Ada Holm", "A", "Formand")),
        ("Formand: Ada Holm (A)", PersonName("Ada Holm", "A", "Formand")),
        ("Ada Holm (A), formand", PersonName("Ada Holm", "A", "formand")),
        ("Ada Holm (A) (formand)", PersonName("Ada Holm", "A", "formand")),
        ("Ada Holm (A, formand)", PersonName("Ada Holm", "A", "formand")),
        ("direktør Kim Vang", PersonName("Kim Vang", None, "direktør")),
        (
            "Social- og sundhedsdirektør Kim Vang",
            PersonName("Kim Vang", None, "Social- og sundhedsdirektør"),
        ),
        (
            "Kim Vang, direktør for Plejecentre og Borgerservice",
            PersonName("Kim Vang", None, "direktør for Plejecentre og Borgerservice"),
        ),
        ("Ada Holm (A) - afbud", PersonName("Ada Holm", "A", None, "afbud")),
        ("Ada Holm (afbud)", PersonName("Ada Holm", None, None, "afbud")),
        (
            "Ada Holm (A) deltog ikke i punkt 3, 4 og 5",
            PersonName("Ada Holm", "A", None, "deltog ikke i punkt 3, 4, 5"),
        ),
        (
            "Ada Holm (A), stedfortræder for Bo Lind (V)",
            PersonName("Ada Holm", "A", None, "stedfortræder for Bo Lind (V)"),
        ),
        (
            "Stedfortræder for Bo Lind: Ada Holm (A)",
            PersonName("Ada Holm", "A", None, "Stedfortræder for Bo Lind"),
        ),
        ("Ada Holm (Lokallisten Nord)", PersonName("Ada Holm", "Lokallisten Nord")),
        ("Ada Holm (SF)", PersonName("Ada Holm", "F")),
        ("Ada Holm (løsgænger)", PersonName("Ada Holm", "løsgænger")),
        ("Ada (A)", PersonName("Ada", "A")),
        ("Ada Holm  Venstre", PersonName("Ada Holm", "V")),
        ("**Ada Holm** (A)*", PersonName("Ada Holm", "A")),
        ("Formand, Ada Holm (A)", PersonName("Ada Holm", "A", "Formand")),
        ("Ada Holm (A), fraværende", PersonName("Ada Holm", "A", None, "fraværende")),
        (
            "Ada Holm (A). Stedfortræder: Bo Lind (V)",
            PersonName("Ada Holm", "A", None, "Stedfortræder: Bo Lind (V)"),
        ),
        (
            "Stedfortræder Ada Holm (A) for Bo Lind (V)",
            PersonName("Ada Holm", "A", "Stedfortræder", "for Bo Lind (V)"),
        ),
        (
            "Ada Holm, Danske Seniorer",
            PersonName("Ada Holm", None, None, "Danske Seniorer"),
        ),
    ],
)
def test_roles_and_notes_are_kept_out_of_the_name(text: str, expected: PersonName) -> None:
    assert parse_people(text) == [expected]


def test_a_note_at_the_end_is_about_everyone() -> None:
    people = parse_people("Ada Holm (A) og Bo Lind (V) deltog ikke i punkt 3")
    assert [(person.name, person.note) for person in people] == [
        ("Ada Holm", "deltog ikke i punkt 3"),
        ("Bo Lind", "deltog ikke i punkt 3"),
    ]


@pytest.mark.parametrize(
    "text", ["", "Ingen", "Ingen.", "ingen", "-", "–", "Ingen fraværende", "/"]
)
def test_nobody(text: str) -> None:
    assert parse_people(text) == []
    assert not looks_like_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Udvalget godkendte indstillingen, og sagen sendes videre til Byrådet.",
        "Ada Holm orienterede om sagen.",
        "Godkendt. Ada Holm deltog ikke.",
        "Økonomiudvalget den 12. maj 2025",
        "Ældrerådet, Handicaprådet og Seniorrådet",
        "Uddannelse af IPS-konsulenter",
        "Mødelokale A",
        "A. Formanden.",
        "Det Konservative Folkeparti og Venstre",
        "Radikale Venstre",
        "Borgmesteren",
        "12-05-2025",
        "Bevillingspåtegning (i 1.000 kr.)",
        "Orientering om Jobcenter Nord",
    ],
)
def test_prose_is_no_roster(text: str) -> None:
    assert parse_people(text) == []
    assert not looks_like_names(text)


def test_every_spelling_of_a_party_gives_its_letter() -> None:
    for spelling, letter in LETTER_BY_SPELLING.items():
        assert party_of(spelling) == letter
        assert party_of(spelling.title()) == letter
        assert parse_people(f"Ada Holm ({spelling})") == [PersonName("Ada Holm", letter)]


def test_what_is_no_party() -> None:
    assert [party_of(text) for text in ("", "formand", "Ada Holm", "afbud", "2025", "bo")] == [
        None
    ] * 6


FIRST = st.sampled_from(["Ada", "Bo", "Åse", "Jens-Peter", "Zahra", "Élodie"])
LAST = st.sampled_from(["Holm", "Lind", "Ørsted", "Müller", "van Dam", "Ali Øst"])
PERSON = st.builds(
    lambda first, last, party: PersonName(f"{first} {last}", party),
    FIRST,
    LAST,
    st.none() | st.sampled_from("ABCFIOVÆØÅ"),
)


@given(st.lists(PERSON, min_size=1, max_size=9), st.sampled_from(["\n", ", ", "; ", " og "]))
def test_printed_rosters_are_read_back(people: list[PersonName], separator: str) -> None:
    names = [person.name for person in people]
    if len(set(names)) < len(names):
        people = [person for at, person in enumerate(people) if person.name not in names[:at]]
    printed = separator.join(f"{p.name} ({p.party})" if p.party else p.name for p in people)
    assert parse_people(printed) == people
    assert looks_like_names(printed)


@given(st.text(max_size=120) | st.text(alphabet="AaBb (),.-[]\n;oægVi:", max_size=80))
def test_any_text_is_read_or_left(text: str) -> None:
    for person in parse_people(text):
        assert person.name.strip() == person.name != ""
    looks_like_names(text)
