"""Shares in running text: which belong together, and which of them fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.quantities import read_prose
from sagsgang.checking.text.shares import share_claims


@pytest.fixture(scope="session")
def claims(world):
    return lambda text: list(share_claims(read_prose(world.item(sections=(world.section(text),)))))


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Skemaet er sendt til 412 firmaer, hvoraf 134 (33 %) svarede.",
            "134 / 412 = 32,5 % ≈ 33 %",
        ),
        ("97 ud af 388 (25 pct.) har svaret.", "97 / 388 = 25 %"),
        ("Vi har brugt 1,9 mio. kr. af 6,0 mio. kr. (32 pct.).", "1,9 / 6,0 = 31,7 % ≈ 32 %"),
        ("Der er sendt 250 breve. 83 svarede (33 %).", "83 / 250 = 33,2 % ≈ 33 %"),
        (
            "Anlægget koster 8,6 mio. kr. Puljen betaler 40 %, svarende til 3,44 mio. kr.",
            "3,44 / 8,6 = 40 %",
        ),
        ("Der er 85 tilbage. 64 er i job. Det er 75 pct. af de 85.", "64 / 85 = 75,3 % ≈ 75 %"),
    ],
)
def test_a_share_is_found_with_its_part_and_its_whole(claims, text, statement):
    (claim,) = claims(text)
    assert claim.holds
    assert claim.statement() == statement


@pytest.mark.parametrize(
    ("text", "printed", "computed"),
    [
        ("Skemaet er sendt til 412 firmaer, hvoraf 134 (23 %) svarede.", "23", "33"),
        ("97 ud af 388 (28 pct.) har svaret.", "28", "25"),
        ("Af de 339 var 87 (36 %) unge, 141 (42 %) voksne og 111 (33 %) ældre.", "36", "26"),
    ],
)
def test_a_share_that_does_not_follow_fails(claims, text, printed, computed):
    failing = [claim for claim in claims(text) if not claim.holds]
    assert [(claim.stated.number, claim.computed) for claim in failing] == [(printed, computed)]


@pytest.mark.parametrize(
    "text",
    [
        "I 2022 var 72 pct. tilfredse, og målet for 2026 er 78 pct.",
        "3F har 61 ledige (4,5 %), og HK har 58 ledige (2,7 %).",
        "Borgere mellem 15-29 år er mindre tilfredse (58,1 %) end de over 50 år (66 %).",
        "Af 412 spurgte svarede mere end 90 (25 %).",
    ],
)
def test_what_is_not_a_share_of_what_stands_there_is_no_mistake(claims, text):
    assert [claim for claim in claims(text) if not claim.holds and claim.is_sure] == []


@given(st.integers(1, 900), st.integers(1, 900), st.integers(0, 1))
def test_a_share_rounded_as_it_should_be_always_holds(claims, part, rest, decimals):
    whole = part + rest
    share = f"{100 * part / whole:.{decimals}f}".replace(".", ",")
    text = f"Skemaet er sendt til {whole} borgere, hvoraf {part} ({share} %) svarede."
    assert all(claim.holds for claim in claims(text))


@given(st.text(st.sampled_from("0123456789 ,.()%|afhvorskrmio\n"), max_size=120))
def test_any_text_gives_an_answer(claims, text):
    for claim in claims(text):
        assert claim.statement()


@pytest.mark.parametrize(
    "text",
    [
        "I alt gik 882.000 kr. eller 60 pct. til vagter. Kortet kostede 441.000 kr. (30 pct.).",
        "Der blev udledt 410.000 tons. Planen er 123.000 tons, hvilket er en reduktion på 70 %.",
        "Af de 63 er 24 børn. Der er modtaget 70 pct. af årets kvote, så der mangler 27 personer.",
    ],
)
def test_what_only_looks_like_the_whole_is_left_alone(claims, text):
    assert [claim for claim in claims(text) if not claim.holds] == []
