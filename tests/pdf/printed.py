"""Printed documents by chance: blocks with Danish text, and the traps of setting type."""

from hypothesis import strategies as st

from sagsgang.minutes.printed import (
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    HeadingRole,
    Paragraph,
    Points,
    Printed,
)

_SAMPLE = (
    "og i at af på for den ikke udvalget Børne- og Ungeudvalget sundhedsloven § 20, stk. 2 budget "
    "12.500 kr. (3,4 %) 2025-2028 −1.200 1.234.567,89 drift/anlæg 16.00–18.25 A.P. Møller’s "
    "fi fl ffi office fluor ”citat” »citat« ”a” en/to/tre/fire/fem/seks/syv/otte hvad?nej! 1/2 ½ "
    "27.03.00-P22-4-25 kl.16 æøå ÆØÅ Ærø é ü ß ñ ç – — − … • ° € ² µ 5\u00a0% 10\u202f000 x\u2009y "
    "https://www.sagsgang.example/sager/27.03.00-P22-4-25?side=2&vis=alt#bilag-3 "
    "www.sagsgang.example. (se sagsgang.example) udvalg@sagsgang.example, "
    "Arbejdsmarkedsuddannelsesbekendtgørelsesændringsforslagsbehandlingsudvalgsformandskabet "
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab "
    "\\ # $ * _ ` < > @ [ ] { } ~ ' \" -- --- ... /* // = + :: #let 1. a) - + / 'x' Ω ж α ≤ ≥ ≠ ∑ "
    "VA To AV Ty Łódź Čapek ő ş ǻ I alt Side 3 af 9 3"
)
WORDS = _SAMPLE.split(" ")
words = st.one_of(
    st.sampled_from(WORDS),
    st.text(
        "abcdefghijklmnopqrstuvwxyzæøåABCÆØÅ0123456789.,-–/()%&:;!?'’”\"", min_size=1, max_size=14
    ),
)
lines = st.lists(words, min_size=1, max_size=9).map(" ".join)
texts = st.one_of(lines, st.lists(words, min_size=20, max_size=120).map(" ".join))
long_texts = st.lists(words, min_size=300, max_size=1200).map(" ".join)
cells = st.one_of(
    st.just(""),
    st.sampled_from(["12,5", "1.234", "−3", "–", "0"]),
    lines,
    st.lists(lines, min_size=2, max_size=3).map("\n".join),
)


@st.composite
def grids(draw: st.DrawFn, most_rows: int = 12) -> Grid:
    across = draw(st.one_of(st.integers(1, 5), st.integers(6, 14)))
    row = st.tuples(*[cells] * across)
    header = draw(st.one_of(row, st.just(("",) * across), st.just(())))
    rows = draw(st.lists(row, min_size=0 if header else 1, max_size=most_rows))
    return Grid(header, tuple(rows), draw(st.one_of(st.none(), lines)))


blocks = st.one_of(
    st.builds(Heading, st.integers(1, 6), lines, st.sampled_from(HeadingRole)),
    st.builds(Paragraph, texts, st.booleans()),
    st.builds(Paragraph, texts),
    st.builds(Points, st.lists(texts, min_size=1, max_size=6).map(tuple)),
    st.builds(Facts, st.lists(st.tuples(lines, texts), min_size=1, max_size=5).map(tuple)),
    grids(),
)


@st.composite
def printed(draw: st.DrawFn, block: st.SearchStrategy[Block] = blocks) -> Printed:
    """A document of up to eight blocks, which may have a table of contents somewhere."""
    found = draw(st.lists(block, min_size=1, max_size=8))
    titles = [each.text for each in found if isinstance(each, Heading)]
    if titles and draw(st.booleans()):
        chosen = [title for title in titles if draw(st.booleans())]
        found.insert(draw(st.integers(0, len(found))), Contents(tuple(chosen)))
    return Printed(draw(lines), tuple(found))


long_printed = printed(
    st.one_of(
        st.builds(Paragraph, long_texts, st.booleans()),
        st.builds(Points, st.lists(texts, min_size=10, max_size=30).map(tuple)),
        st.builds(Facts, st.lists(st.tuples(lines, texts), min_size=10, max_size=20).map(tuple)),
        st.builds(
            lambda text, other: Grid(("A", "B"), ((text, other), (other, text))), long_texts, texts
        ),
        grids(most_rows=40),
    )
)
