"""What is said about a search: what was not understood, and what was done instead."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """Why something is said."""

    UNKNOWN_FIELD = "unknown_field"
    EMPTY_FIELD = "empty_field"
    OPEN_QUOTE = "open_quote"
    STRAY_OR = "stray_or"
    WILDCARD = "wildcard"
    BRACKETS = "brackets"
    BAD_YEAR = "bad_year"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    NOTHING_TO_FIND = "nothing_to_find"
    NOT_FOUND = "not_found"
    SPELT_LIKE = "spelt_like"
    ALSO_LIKE = "also_like"
    IN_PARTS = "in_parts"
    MOST_WORDS = "most_words"


_SAID = {
    "da": {
        NoteKind.UNKNOWN_FIELD: "»{word}:« er ikke et felt; det er læst som almindelige ord.",
        NoteKind.EMPTY_FIELD: "Der står intet efter »{word}:«; det er læst som et almindeligt ord.",
        NoteKind.OPEN_QUOTE: "Et citationstegn mangler sin mage; ordene er læst enkeltvis.",
        NoteKind.STRAY_OR: "»{word}« står ikke mellem to ord og er ikke regnet med.",
        NoteKind.WILDCARD: "* og ? bruges ikke: bøjninger og sammensætninger findes af sig selv.",
        NoteKind.BRACKETS: "Parenteser bruges ikke og er ikke regnet med.",
        NoteKind.BAD_YEAR: "»{word}« er ikke et årstal; skriv fx år:2025 eller år:2022-2025.",
        NoteKind.TOO_LONG: "Søgningen er meget lang; kun de første {word} tegn er brugt.",
        NoteKind.TOO_MANY: "Søgningen har mange ord; kun de første {word} er brugt.",
        NoteKind.NOTHING_TO_FIND: "Der er intet at søge efter i »{word}«.",
        NoteKind.NOT_FOUND: "»{word}« findes ikke.",
        NoteKind.SPELT_LIKE: "»{word}« findes ikke; der er søgt efter {others}.",
        NoteKind.ALSO_LIKE: "Der er også søgt efter {others}, som ligner »{word}«.",
        NoteKind.IN_PARTS: "»{word}« findes ikke som ét ord; der er søgt efter {others}.",
        NoteKind.MOST_WORDS: "Intet punkt har alle ordene; her er de, der har de fleste.",
    },
    "en": {
        NoteKind.UNKNOWN_FIELD: "“{word}:” is no field; it was read as plain words.",
        NoteKind.EMPTY_FIELD: "Nothing follows “{word}:”; it was read as a plain word.",
        NoteKind.OPEN_QUOTE: "A quotation mark is missing; the words after it were read singly.",
        NoteKind.STRAY_OR: "“{word}” does not stand between two words and was left out.",
        NoteKind.WILDCARD: "* and ? are not used: inflections and compounds are found anyway.",
        NoteKind.BRACKETS: "Brackets are not used and were left out.",
        NoteKind.BAD_YEAR: "“{word}” is no year; write år:2025 or år:2022-2025.",
        NoteKind.TOO_LONG: "The search is very long; only the first {word} characters were used.",
        NoteKind.TOO_MANY: "The search has many words; only the first {word} were used.",
        NoteKind.NOTHING_TO_FIND: "There is nothing to look for in “{word}”.",
        NoteKind.NOT_FOUND: "“{word}” is not found.",
        NoteKind.SPELT_LIKE: "“{word}” is not found; searched for {others}.",
        NoteKind.ALSO_LIKE: "Searched also for {others}, which is like “{word}”.",
        NoteKind.IN_PARTS: "“{word}” is not found as one word; searched for {others}.",
        NoteKind.MOST_WORDS: "No item has all the words; these have most of them.",
    },
}
_OR = {"da": "eller", "en": "or"}
_AND = {"da": "og", "en": "and"}


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: about which word as typed, and which others were looked for instead."""

    kind: NoteKind
    word: str = ""
    others: tuple[str, ...] = ()

    def said(self, language: str = "da") -> str:
        """The remark as one sentence, in Danish (`da`) or English (`en`)."""
        language = language if language in _SAID else "da"
        joining = (_OR if self.kind is NoteKind.SPELT_LIKE else _AND)[language]
        quoted = [f"»{word}«" if language == "da" else f"“{word}”" for word in self.others]
        listed = f" {joining} ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))
        return _SAID[language][self.kind].format(word=self.word, others=listed)
