"""Laws named rightly, nearly and not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.cited.laws import is_misspelt, namings
from sagsgang.reference.laws import laws


@pytest.fixture(scope="module")
def named(world):
    def of(text):
        item = world.item(sections=(world.section(text),))
        return [(naming.law.title, naming.is_right) for naming in namings(item, 0)]

    return of


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.title)
def test_every_law_is_known_by_its_title_and_its_names(named, law):
    for words in (law.full, law.full.upper(), f"jf. {law.full} § 3", f"{law.full}, kapitel 2"):
        assert named(words) == [(law.title, True)]
    for name in law.names:
        assert named(f"efter {name}s § 2") == [(law.title, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Lov om Aktiv Beskæftigelsesindsats, Lov om Aktiv Socialpolitik",
        "lov om aktiv socialpolitiks § 35",
        "Lov om Integration.",
        "Lov om Sygedagpenge m.v.",
    ],
)
def test_a_title_may_lack_its_article_or_be_cut(named, text):
    assert all(is_right for _, is_right in named(text))
    assert len(named(text)) == text.lower().count("lov om")


@pytest.mark.parametrize(
    "text",
    [
        "en lov om arbejdspligt",
        "Lov om forpagtning af jord",
        "planloven og vejloven",
        "en ny lov om ret til aktindsigt",
        "aktiviteterne i beskæftigelsesindsatsen",
    ],
)
def test_laws_that_are_not_listed_are_none(named, text):
    assert named(text) == []


@given(st.data())
def test_two_swapped_letters_of_a_title_are_found(named, data):
    law = data.draw(st.sampled_from(laws()))
    places = [
        at
        for at in range(9, len(law.full) - 3)
        if law.full[at - 2 : at + 4].isalpha() and law.full[at] != law.full[at + 1]
    ]
    words = [each for each in places if len(_word_at(law.full, each)) >= 6]
    at = data.draw(st.sampled_from(words))
    text = law.full[:at] + law.full[at + 1] + law.full[at] + law.full[at + 2 :]
    assert named(f"Det følger af {text}.") == [(law.title, False)]


@given(st.text(alphabet="abcæ", min_size=6, max_size=12), st.data())
def test_a_word_with_one_slip_is_misspelt_and_itself_never(word, data):
    assert not is_misspelt(word, word)
    at = data.draw(st.integers(0, len(word) - 1))
    assert is_misspelt(word[:at] + "x" + word[at:], word)
    assert is_misspelt(word[:at] + "x" + word[at + 1 :], word)


def _word_at(text: str, at: int) -> str:
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    return text[start : end if end >= 0 else len(text)].strip(".,")
