import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.searching import Field, NoteKind, query_help
from sagsgang.searching.query import MOST_CHARACTERS, MOST_TERMS, parse


def read(typed):
    """Clauses as text: `-` excluded, `field=`, quotes, `~`, alternatives joined by |."""
    return [
        ("-" if clause.is_excluded else "") + "|".join(map(shown, clause.terms))
        for clause in parse(typed).clauses
    ]


def shown(term):
    words = " ".join(term.words)
    text = f'"{words}"' if term.is_quoted else words
    return (f"{term.field.value}=" if term.field else "") + text + ("~" if term.is_fuzzy else "")


def notes(typed):
    return [note.kind for note in parse(typed).notes]


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("Dagpenge reform", ["dagpenge", "reform"]),
        ('"sociale klausuler" nu', ['"sociale klausuler"', "nu"]),
        ("„sociale klausuler”", ['"sociale klausuler"']),
        ("a eller b c", ["a|b", "c"]),
        ("a ELLER b eller c", ["a|b|c"]),
        ("affald -genbrug", ["affald", "-genbrug"]),
        ('affald -"grønt affald"', ["affald", '-"grønt affald"']),
        ("affald –titel:genbrug", ["affald", "-titel=genbrug"]),
        ("titel:budget", ["titel=budget"]),
        ("Titel: budget", ["titel=budget"]),
        ('udvalg:"teknik og miljø"', ['udvalg="teknik og miljø"']),
        ("beslutning:godkendt eller bilag:notat", ["beslutning=godkendt|bilag=notat"]),
        ("a-kasse", ["a kasse"]),
        ("1,5 mio.", ["1 5", "mio"]),
        ("rehabilitring~ støj~1", ["rehabilitring~", "støj~"]),
        ("kl. 16:30", ["kl", "16 30"]),
        ("- -- ? , . ", []),
        ("", []),
    ],
)
def test_what_is_typed(typed, clauses):
    assert read(typed) == clauses
    assert notes(typed) == []


@pytest.mark.parametrize(
    ("typed", "clauses", "kind"),
    [
        ('"sociale klausuler', ["sociale", "klausuler"], NoteKind.OPEN_QUOTE),
        ('"a b" "c d', ['"a b"', "c", "d"], NoteKind.OPEN_QUOTE),
        ("farve:rød", ["farve", "rød"], NoteKind.UNKNOWN_FIELD),
        ("titel:", ["titel"], NoteKind.EMPTY_FIELD),
        ("titel:-", ["titel"], NoteKind.EMPTY_FIELD),
        ("eller budget", ["budget"], NoteKind.STRAY_OR),
        ("budget eller", ["budget"], NoteKind.STRAY_OR),
        ("budget eller -støj", ["budget", "-støj"], NoteKind.STRAY_OR),
        ("syge*", ["syge"], NoteKind.WILDCARD),
        ("s?ge", ["s ge"], NoteKind.WILDCARD),
        ("(skole budget)", ["skole", "budget"], NoteKind.BRACKETS),
        ("år:snart", ["snart"], NoteKind.BAD_YEAR),
    ],
)
def test_what_is_not_understood_is_read_as_words_and_said(typed, clauses, kind):
    assert read(typed) == clauses
    assert notes(typed) == [kind]
    for note in parse(typed).notes:
        assert note.said().endswith(".")
        assert note.said("en") != note.said("da")


def test_years():
    years = [clause.terms[0].years for clause in parse("år:2025 år:2025-2022").clauses]
    assert years == [(2025, 2025), (2022, 2025)]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("sag:15.00.00-A00-9-25", "15.00.00-A00-9-25"),
        ("sag:15.00.00-a00-9-2025", "15.00.00-A00-9-25"),
        ("sag:24/19987", "24/19987"),
        ("sag:15.20", "15.20"),
        ("15.00.00-A00-9-25", "15.00.00-A00-9-25"),
        ("24/19987", "24/19987"),
    ],
)
def test_case_numbers(typed, number):
    assert parse(typed).clauses[0].terms[0].case_number == number


def test_words_are_no_case_numbers():
    assert parse("2025").clauses[0].terms[0].case_number is None


def test_long_searches_are_cut_and_it_is_said():
    assert len(parse("ord " * 10_000).clauses) <= MOST_TERMS
    assert NoteKind.TOO_LONG in notes("a" * (MOST_CHARACTERS + 1))
    assert NoteKind.TOO_MANY in notes("ord " * (MOST_TERMS + 1))


def test_control_characters_are_blanks():
    assert read("bud\x00get\x1f\u202eplan\ud800") == ["bud", "get", "plan"]


SIGNS = st.text("abcæøå0259\"'*?~()[]{}:-+|&!^\\/ \t\x00\u202e“”–", max_size=80)
PIECES = st.lists(
    st.sampled_from(
        ["titel:", "sag:", "år:", "kommune:", "eller", "-", '"', "~", "*", "budget", "2025", " "]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(st.text(max_size=600), SIGNS, PIECES))
def test_anything_may_be_typed(typed):
    query = parse(typed)
    assert sum(len(clause.terms) for clause in query.clauses) <= MOST_TERMS
    assert all(note.said() and note.said("en") for note in query.notes)
    for clause in query.clauses:
        assert clause.terms
        assert all(term.words or term.years for term in clause.terms)


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_the_help_tells_is_understood(language):
    assert len(query_help(language)) > 7
    for line in query_help(language):
        assert parse(line.write).clauses
        assert notes(line.write) == []


def test_every_field_is_in_the_help():
    told = " ".join(f"{line.write} {line.finds}" for line in query_help())
    assert [name for name in Field if f"{name.value}:" not in told] == []
