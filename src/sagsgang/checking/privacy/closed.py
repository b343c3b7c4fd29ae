"""What of a closed item stands in the open: its case number, its words, whole sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.privacy.passage import Passage
from sagsgang.checking.seen import casefolded, words_of
from sagsgang.minutes import AgendaItem

_WORD = re.compile(r"\w[\w.-]*\w|\w")
#: So many words in a row are no coincidence; fewer of them are a turn of speech.
_RUN = 8
_RUN_LETTERS = 45
_SHORTEST = 7
#: Words of titles that tell nothing of the matter.
_GENERAL = """
lukket lukkede punkt orientering drøftelse godkendelse beslutning sagen personsag personalesag
ejendom ejendomme ejendomssag køb salg udbud aftale kontrakt ansættelse status forslag kommunen
kommune udvalget udvalg forvaltning forvaltningen direktør direktøren administrationen budget
budgettet regnskab økonomi tilbud strategi projekt projektet indstilling eventuelt efterretning
fortrolig fortroligt offentlighed økonomiske forhold henhold forretningsorden styrelsesloven
kommunestyrelsesloven styrelseslov beskæftigelse arbejdsmarked sociale arbejdsmarkedet formanden
formand næstformand forskellige spørgsmål januar februar august september oktober november
december kvartal
"""


@dataclass(frozen=True, slots=True)
class Leak:
    """Words at `start`–`end` of an open passage that are of the closed item; `is_whole` when whole
    sentences of it are repeated.
    """

    start: int
    end: int
    closed: AgendaItem
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ClosedWords:
    """What would give a closed item away."""

    item: AgendaItem
    case_number: str
    telling: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    run_words: frozenset[frozenset[str]]

    @classmethod
    def of(cls, item: AgendaItem, open_case_numbers: frozenset[str]) -> "ClosedWords":
        """Its case number unless an open item has it too, the telling words of its title and
        ground, and the runs of words of its text.
        """
        number = item.case_number
        is_own = number is not None and number.canonical not in open_case_numbers
        is_told = number is not None and is_own and len(number.text) > _SHORTEST
        texts = [section.text for section in item.sections]
        if item.decision:
            texts.append(item.decision.text)
        runs = {run for text in texts for run, _, _ in _runs(text)}
        return cls(
            item,
            number.text if number and is_told else "",
            _telling(f"{item.title} {item.closed_ground or ''}"),
            frozenset(runs),
            frozenset(words_of(" ".join(run)) for run in runs),
        )

    def leaks(self, passage: Passage) -> Iterator[Leak]:
        """Where the passage gives the closed item away."""
        if self.case_number and self.case_number in passage.text:
            pattern = rf"(?<![\w./-]){re.escape(self.case_number)}(?![\w/-])"
            for match in re.finditer(pattern, passage.text):
                yield Leak(match.start(), match.end(), self.item, False)
        words = words_of(passage.text)
        if any(run <= words for run in self.run_words):
            yield from self._repeated(passage.text)

    def mentions(self, sentence: str) -> bool:
        """Whether a sentence has the telling words of the title, all of them and at least two."""
        if not self.may_mention(sentence):
            return False
        words = {match[0].casefold() for match in _WORD.finditer(sentence)}
        return self.telling <= words

    def may_mention(self, text: str) -> bool:
        """False when a text lacks one of the telling words; words themselves are not parted yet."""
        folded = casefolded(text)
        return len(self.telling) > 1 and all(word in folded for word in self.telling)

    def _repeated(self, text: str) -> Iterator[Leak]:
        begin = end = -1
        for run, start, stop in _runs(text):
            if run not in self.runs:
                continue
            if start > end:
                if begin >= 0:
                    yield Leak(begin, end, self.item, True)
                begin = start
            end = stop
        if begin >= 0:
            yield Leak(begin, end, self.item, True)


def _runs(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    words = list(_WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    for at in range(len(words) - _RUN + 1):
        run = tuple(folded[at : at + _RUN])
        if sum(map(len, run)) >= _RUN_LETTERS:
            yield run, words[at].start(), words[at + _RUN - 1].end()


def _telling(title: str) -> frozenset[str]:
    """Words with a capital inside the title, with digits, or long, that are not general."""
    general, found = frozenset(_GENERAL.split()), set()
    for number, match in enumerate(_WORD.finditer(title)):
        word = match[0]
        is_name = number > 0 and word[0].isupper() and len(word) > 2
        is_telling = is_name or word[0].isdigit() or len(word) >= _SHORTEST
        if is_telling and word.casefold() not in general:
            found.add(word.casefold())
    return frozenset(found)
