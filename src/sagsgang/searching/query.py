"""What a search as typed asks for. Nothing typed is wrong: what is not understood is read as words.

dagpenge "sociale klausuler" titel:budget -efterløn år:2022-2025 skole eller sfo bolighjælb~
"""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.searching.analysis import folded, words_of
from sagsgang.searching.notes import Note, NoteKind

MOST_CHARACTERS = 400
MOST_TERMS = 24


class Field(StrEnum):
    """Where a word must stand; as typed, without the colon."""

    TITLE = "titel"
    DECISION = "beslutning"
    ATTACHMENTS = "bilag"
    CASE = "sag"
    MUNICIPALITY = "kommune"
    BODY = "udvalg"
    YEAR = "år"


_OTHER_NAMES = {"aar": Field.YEAR, "råd": Field.BODY, "byråd": Field.BODY, "sagsnr": Field.CASE}
_FIELDS = {name.value: name for name in Field} | _OTHER_NAMES


@dataclass(frozen=True, slots=True)
class Term:
    """Something to find: words in small letters (several: in this order), in `field` or anywhere.

    `typed` is without quotes and field. `years` and `case_number` are set for those fields alone;
    `case_number` also when a word anywhere is one.
    """

    typed: str
    words: tuple[str, ...]
    field: Field | None = None
    is_quoted: bool = False
    is_fuzzy: bool = False
    years: tuple[int, int] | None = None
    case_number: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Any one of `terms`; what has it is left out when `is_excluded`."""

    terms: tuple[Term, ...]
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All clauses must hold."""

    clauses: tuple[Clause, ...] = ()
    notes: tuple[Note, ...] = ()


_QUOTES = dict.fromkeys(map(ord, "“”„«»″"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑–—−"), "-")
_CHUNK = re.compile(
    r"""
    (?P<minus>(?<!\S)-)?
    (?:(?P<field>[^\W\d_]{1,20}):\s{0,3}(?=\S))?
    (?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+))
    (?P<fuzzy>~\d?)?
    """,
    re.VERBOSE,
)
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
_OR_WORDS = frozenset({"eller", "or"})
_SUBJECT = re.compile(r"\d{2}(?:\.\d{2}){0,2}")


@dataclass(slots=True)
class _Reader:
    """Clauses and notes as they are found; `or_word` is an *eller* waiting for what follows it."""

    clauses: list[Clause] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    or_word: str = ""
    count: int = 0

    def note(self, kind: NoteKind, word: str = "") -> None:
        if (found := Note(kind, word)) not in self.notes:
            self.notes.append(found)

    def take(self, term: Term, is_excluded: bool) -> None:
        self.count += 1
        if self.count > MOST_TERMS:
            self.note(NoteKind.TOO_MANY, str(MOST_TERMS))
            return
        if self.or_word and not is_excluded:
            before = self.clauses.pop()
            self.clauses.append(Clause((*before.terms, term)))
        else:
            self.stray_or()
            self.clauses.append(Clause((term,), is_excluded))
        self.or_word = ""

    def take_or(self, word: str) -> None:
        self.stray_or()
        if self.clauses and not self.clauses[-1].is_excluded:
            self.or_word = word
        else:
            self.note(NoteKind.STRAY_OR, word)

    def stray_or(self) -> None:
        if self.or_word:
            self.note(NoteKind.STRAY_OR, self.or_word)
            self.or_word = ""


def parse(typed: str) -> Query:
    """What `typed` asks for, with notes on what was read otherwise than it was perhaps meant."""
    reader = _Reader()
    text = _cleaned(typed)
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS]
        reader.note(NoteKind.TOO_LONG, str(MOST_CHARACTERS))
    if text.count('"') % 2:
        before, _, after = text.rpartition('"')
        text = f"{before} {after}"
        reader.note(NoteKind.OPEN_QUOTE)
    for chunk in _CHUNK.finditer(text):
        _read_chunk(reader, chunk)
    reader.stray_or()
    return Query(tuple(reader.clauses), tuple(reader.notes))


def _cleaned(typed: str) -> str:
    """Composed letters, one kind of quotes and dashes; control characters are blanks."""
    text = unicodedata.normalize("NFC", typed[: 4 * MOST_CHARACTERS].replace("\xad", ""))
    text = text.translate(_QUOTES).translate(_DASHES)
    shown = (" " if unicodedata.category(letter).startswith("C") else letter for letter in text)
    return " ".join("".join(shown).split())


def _read_chunk(reader: _Reader, chunk: re.Match[str]) -> None:
    is_quoted = chunk["quoted"] is not None
    text = chunk["quoted"] if is_quoted else chunk["plain"]
    is_fuzzy = chunk["fuzzy"] is not None
    if not is_quoted:
        if text.casefold() in _OR_WORDS and not chunk["field"] and not chunk["minus"]:
            reader.take_or(text)
            return
        text, is_fuzzy = _plain(reader, text)
        if text.endswith(":") and not chunk["field"] and folded(text[:-1]) in _FIELDS:
            reader.note(NoteKind.EMPTY_FIELD, text[:-1])
    name = _FIELDS.get(folded(chunk["field"])) if chunk["field"] else None
    if chunk["field"] and name is None:
        reader.note(NoteKind.UNKNOWN_FIELD, chunk["field"])
        text = f"{chunk['field']} {text}"
        for word in text.split():
            if words := tuple(words_of(word)):
                reader.take(Term(word, words), bool(chunk["minus"]))
        return
    term = _term(reader, text, name, is_quoted=is_quoted, is_fuzzy=is_fuzzy)
    if term:
        reader.take(term, bool(chunk["minus"]))


def _plain(reader: _Reader, text: str) -> tuple[str, bool]:
    """A word without the signs that are not used, and whether ~ asks for others like it."""
    if "*" in text or len(text.rstrip("?")) < len(text) - 1 or "?" in text.rstrip("?"):
        reader.note(NoteKind.WILDCARD)
    if text[:1] in "([{" or text[-1:] in ")]}":
        reader.note(NoteKind.BRACKETS)
    bare = text.strip("()[]{}")
    without = re.sub(r"~\d?$|^~", "", bare)
    return without, without != bare


def _term(
    reader: _Reader, text: str, name: Field | None, *, is_quoted: bool, is_fuzzy: bool
) -> Term | None:
    words = tuple(words_of(text))
    if name is Field.YEAR:
        years = _YEARS.fullmatch(text.strip())
        if years:
            first, last = sorted((int(years[1]), int(years[2] or years[1])))
            return Term(text, words, name, years=(first, last))
        reader.note(NoteKind.BAD_YEAR, text)
        name = None
    if name is Field.CASE and words:
        found = parse_case_number(f"Sagsnr. {text.strip()}")
        number = found.canonical if found and not _SUBJECT.fullmatch(text) else text.strip()
        return Term(text, words, name, is_quoted, case_number=number)
    if name and not words:
        reader.note(NoteKind.EMPTY_FIELD, name.value)
        words, text, name = (name.value,), name.value, None
    if not words:
        if text.strip("-~.,;:!?&/+*\"'´`"):
            reader.note(NoteKind.NOTHING_TO_FIND, text)
        return None
    known = None if name or not any(map(str.isdigit, text)) else parse_case_number(text)
    return Term(
        text, words, name, is_quoted, is_fuzzy, case_number=known.canonical if known else None
    )
