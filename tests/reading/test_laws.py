"""What holds of every document, whatever is in it: it is read or refused, and nothing is lost."""

import json
import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from sagsgang.minutes import Minutes
from sagsgang.reading import Reading, Unreadable, read
from sagsgang.reference.headings import heading_words

TITLES = (
    "Godkendelse af dagsorden",
    "Budgetopfølgning pr. 31. marts 2025",
    "Beslutning om ny skole i Aalmark",
    "Orientering om sygedagpenge: 2. kvartal",
    "Eventuelt",
    "LUKKET SAG: Køb af jord",
    "Åben - Høring, 3. runde",
)
LINES = (
    "Referat",
    "Dagsorden Byrådet 2022-2025",
    "Møde i Økonomiudvalget den 14. maj 2025 kl. 16.30",
    "Mødested: Mødelokale A",
    "Medlemmer: Ada Holm (A), Bo Lind (V) og Cai Bro (Ø)",
    "Afbud:",
    "Fraværende: Bo Lind (V)",
    "Bo Lind (V) var fraværende.",
    "Indholdsfortegnelse",
    "1. Godkendelse af dagsorden ........ 3",
    "Eventuelt 12",
    "Side 3 af 12",
    "15.00.30-G01-1-20",
    "Sagsnr.: 24/1234   Sagsbehandler: ABC",
    "ABC/DEF-GHI",
    "AMU - ØU - BY",
    "Forvaltningen indstiller, at udvalget over for Byrådet anbefaler,",
    "1. at bevillingen godkendes",
    "2) at orienteringen tages til efterretning",
    "a. at det drøftes",
    "- at sagen udsættes",
    "Eller",
    "Godkendt.",
    "Ad 1-2: Anbefales. Ad 3: Drøftet.",
    "For stemte 5: A, B og C. Imod stemte 2: Ø.",
    "Intet til referat.",
    "BeslutningGodkendt.",
    "I ndstilling",
    "Beslutning fra Økonomiudvalget, den 7. maj 2025, punkt 4:",
    "Økonomiudvalgets beslutning den 07-05-2025",
    "Byrådet den 27. maj 2025",
    "Sag nr. 6 på Byrådets møde den 26. februar 2024",
    "Åbne punkter",
    "Lukkede punkter:",
    "Antal\t2023\t2024",
    "| Ydelse | Antal |",
    "|---|---:|",
    "Kontanthjælp      1.234      -0,5",
    "Udvalget har bedt forvaltningen om at belyse, hvor mange borgere der har fået tilbud i 2024,",
    "og hvordan udgiften fordeler sig på de to ord-",
    "ninger, som lovændringen handler om.",
    "# Referat",
    "## **3. Eventuelt**",
    "_Bilag_",
    "====",
    "---",
    "[Bilag 1](https://aalmark.example/bilag)",
    "Mødet hævet kl. 18.05",
    "Underskrifter",
    "Tilbage til toppen",
    "1.",
    "1",
    "Punkt",
    "\t",
    "\x0c",
    "",
    "",
    "",
)

headings = st.sampled_from(sorted({word.capitalize() for word in heading_words()}))
openings = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "Punkt ", "Pkt. ", "Sag nr. ", "## ", "**", "Åbent punkt "]),
    st.integers(0, 40),
    st.sampled_from([":", ".", ")", "", " -", ": (Lukket)", "\t", ".   "]),
    st.sampled_from([f" {title}" for title in TITLES]),
)
words = st.builds(
    "{} {}".format, st.sampled_from(["Indstilling", "Beslutning", "Bilag", "Sagsgang"]), st.text()
)
lines = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(TITLES),
    st.builds("{}{}".format, headings, st.sampled_from(["", ":", ": Godkendt.", "  "])),
    openings,
    words,
    st.text(max_size=80),
)
documents = st.builds(
    lambda lines, end: "\n".join(lines) + end,
    st.lists(lines, min_size=1, max_size=60),
    st.sampled_from(["", "\n", "\r\n", "\n\n"]),
)

MARKDOWN_ADDRESS = re.compile(r"\]\([^()\s]*\)")


def reading_of(data: bytes) -> Reading | None:
    """The reading, or None when the file is refused with one line of Danish."""
    try:
        return read(data, "referat.txt")
    except Unreadable as refused:
        refusal = str(refused)
    assert refusal.strip()
    assert "\n" not in refusal
    return None


def assert_whole(reading: Reading) -> None:
    """Every character that is not blank has one place, in order."""
    text = reading.canonical.text
    end = 0
    for span in reading.trace.spans:
        assert end <= span.start < span.end <= len(text)
        assert span.path
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


def assert_orderly(reading: Reading) -> None:
    """Items follow one another, and what an item holds lies within it."""
    items, last = reading.minutes.items, len(reading.canonical.lines)
    assert items
    for item in items:
        first, end = item.lines
        assert 1 <= first <= end <= last
        for lines in (*(s.lines for s in item.sections), *(t.lines for t in item.tables)):
            assert first <= lines[0] <= lines[1] <= end
    for one, following in pairwise(items):
        assert one.lines[1] < following.lines[0]
    for entry in reading.minutes.unplaced:
        assert 1 <= entry.lines[0] <= entry.lines[1] <= last


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    if reading := reading_of(text.encode("utf-8", "surrogatepass")):
        assert_whole(reading)
        assert_orderly(reading)


@given(st.binary())
@example(b"\xff\xfe")
@example(b"PK\x03\x04")
@example(b"%PDF-1.7")
@example(b"{\\rtf1}")
@example(b'{"agenda": null}')
@example(b"<html>")
@example(b"\x00\x01\x02" * 100)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    if reading := reading_of(data):
        assert_whole(reading)


@given(documents)
def test_what_looks_like_minutes_is_read_whole_and_in_order(text: str) -> None:
    if reading := reading_of(text.encode("utf-8", "surrogatepass")):
        assert_whole(reading)
        assert_orderly(reading)


@given(documents)
def test_reading_twice_gives_the_same(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    one, other = reading_of(data), reading_of(data)
    assert (one is None) == (other is None)
    if one and other:
        assert one.minutes == other.minutes
        assert one.trace == other.trace


@given(documents)
def test_what_is_read_can_be_written_as_json(text: str) -> None:
    if reading := reading_of(text.encode("utf-8", "replace")):
        printed = json.dumps(reading.minutes.as_json(), ensure_ascii=False).encode()
        assert Minutes.model_validate(json.loads(printed)) == reading.minutes


def letters(text: str) -> str:
    """The letters and digits of a text: what no clean-up may touch."""
    return "".join(filter(str.isalnum, text))


@given(documents)
def test_the_text_of_a_section_is_what_its_spans_hold(text: str) -> None:
    reading = reading_of(text.encode("utf-8", "replace"))
    if reading is None:
        return
    whole = reading.canonical.text
    for number, item in enumerate(reading.minutes.items):
        for place, section in enumerate(item.sections):
            if spans := reading.trace.at(f"items[{number}].sections[{place}].text"):
                held = " ".join(whole[span.start : span.end] for span in spans)
                held = MARKDOWN_ADDRESS.sub("]", held)
                assert letters(held) == letters(section.text)
