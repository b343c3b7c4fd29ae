"""Bodies: which names are found, and which two names mean the same body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.bodies import find_bodies, find_body, looks_like_body, same_body


@pytest.mark.parametrize(
    "name",
    [
        "Kulturudvalget",
        "Beskæftigelses- og Erhvervsudvalget",
        "Klima-, Miljø og Teknikudvalget",
        "Børne-, unge- og familieudvalget",
        "Sundheds- & Omsorgsudvalget",
        "Teknik & Miljøudvalget",
        "Børn & Unge-udvalget",
        "SUNDHEDSUDVALGET",
        "Økonomiudvalg",
        "Byrådet",
        "Kommunalbestyrelsen",
        "Borgerrepræsentationen",
        "Direktionen",
        "Handicaprådet",
        "handicaprådet",
        "Ældre-/Seniorrådet",
        "Det Grønne Råd",
        "Udvalget for Klima, Miljø og Teknik",
        "§ 17, stk. 4-udvalget om Trivsel",
        "Ad hoc-udvalget for Bosætning",
        "Hoved-MED",
        "MED-udvalget",
        "Område-MED Sundhed, Kultur og Fritid",
        "Fag-MED Arbejdsmarked",
    ],
)
def test_names_of_bodies(name: str) -> None:
    assert looks_like_body(name)
    text = f"Sagen blev behandlet i {name} den 12. maj 2025."
    found = find_body(text)
    assert found is not None
    assert text[found.start : found.end] == found.name == name
    assert same_body(name, name.upper())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "udvalget",
        "Udvalget godkendte indstillingen",
        "på beskæftigelsesområdet",
        "Rådet",
        "Ledelsesinformation",
        "Fagudvalg",
        "Arbejdet med sagen",
        "12. maj 2025",
    ],
)
def test_what_names_no_body(text: str) -> None:
    assert find_body(text) is None
    assert not looks_like_body(text)


def test_several_bodies_in_a_sentence() -> None:
    names = [
        body.name
        for body in find_bodies(
            "Borger- og Pårørenderådets svar, Handicaprådet og til sidst Byrådet"
        )
    ]
    assert names == ["Borger- og Pårørenderådet", "Handicaprådet", "Byrådet"]


@pytest.mark.parametrize(
    "text", ["Kulturudvalget 2022-2025", "Byrådet i Thisted Kommune", "ØU", "KB"]
)
def test_a_body_with_its_surroundings(text: str) -> None:
    assert looks_like_body(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kulturudvalgets", "Kulturudvalget"),
        ("kulturudvalget", "Kulturudvalg"),
        ("Kulturudvalget 2022 - 2025", "Kulturudvalget"),
        ("Kultur- & Erhvervsudvalget", "Kultur- og Erhvervsudvalget"),
        ("Klima-, Miljø og Teknikudvalget", "Klima-, Miljø- og Teknikudvalget"),
        ("Social og Sundhedsudvalget", "Social- og Sundhedsudvalget"),
        ("Børn & Unge-udvalget", "Udvalget for Børn og Unge"),
        ("Arbejdmarkedsudvalget", "Arbejdsmarkedsudvalget"),
        ("Udsatterrådet", "Udsatterådet"),
        ("Hoved-MED", "HovedMED"),
        ("Område-MED Administration", "Område-MED Administrationen"),
        ("Økonomiudvalget (ØU)", "Økonomiudvalget"),
        ("ØU", "Økonomiudvalget"),
        ("Byrådet", "Viborg Byråd"),
        ("Byrådet", "Kommunalbestyrelsen"),
        ("Direktionen", "direktionens"),
    ],
)
def test_names_of_one_body(a: str, b: str) -> None:
    assert same_body(a, b)
    assert same_body(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Økonomiudvalget", "Økonomi- og Erhvervsudvalget"),
        ("Natur- og Miljøudvalget", "Kultur- og Miljøudvalget"),
        ("Skoleudvalget", "Skovudvalget"),
        ("Socialudvalget", "Social- og Sundhedsudvalget"),
        ("Ældrerådet", "Handicaprådet"),
        ("Område-MED Ældre", "Område-MED Ældre og Træning"),
        ("Byrådet", "Økonomiudvalget"),
        ("", ""),
        ("BU", "Børneudvalget"),
    ],
)
def test_names_of_different_bodies(a: str, b: str) -> None:
    assert not same_body(a, b)


def test_abbreviations_are_the_municipalitys_own() -> None:
    assert same_body("BU", "Børneudvalget", {"BU": "Børneudvalget"})
    assert not same_body("BU", "Børneudvalget", {"BU": "Byplanudvalget"})


PART = st.sampled_from(["Kultur", "Fritid", "Børne", "Skole", "Vækst", "Klima", "Miljø", "Sundhed"])


@given(st.lists(PART, min_size=1, max_size=4, unique=True), st.sampled_from(["udvalg", "råd"]))
def test_any_composed_name_is_found_whole(parts: list[str], head: str) -> None:
    *front, last = parts
    chain = "-, ".join(front)
    name = f"{chain}- og {last}{head}et" if front else f"{last}{head}et"
    found = find_body(f"Forelagt {name}s møde")
    assert found is not None
    assert found.name == name
    assert same_body(name, name.removesuffix("et"))


@given(st.text(max_size=80) | st.text(alphabet="AabeMEDudvalgråt-, og&§", max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for body in find_bodies(text):
        assert end <= body.start < body.end <= len(text)
        end = body.end
    looks_like_body(text)
    assert same_body(text, "Byrådet") == same_body("Byrådet", text)
