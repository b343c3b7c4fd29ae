"""What a section of a case says by itself, above the officer's own words: later rooms say what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sagsgang.minutes import CaseStop, EarlierTreatment, SectionKind
from sagsgang.web.cases.models import Case


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One line as it is printed: `text`, a `note` to it, and the words `below` it. `drawn` is what
    it says, for whoever reads the case as data.
    """

    text: str
    note: str = ""
    below: tuple[str, ...] = ()
    drawn: CaseStop | EarlierTreatment | None = None

    @property
    def printed(self) -> str:
        """The line with all that stands under it."""
        head = f"{self.text} ({self.note})" if self.note else self.text
        return "\n".join((head, *self.below))


Lines = Mapping[str, tuple[SectionLine, ...]]
Told = Callable[[Case], Lines]
_REGISTERED: list[tuple[frozenset[str], Told]] = []


def section_lines_register(kinds: Iterable[SectionKind], told: Told) -> None:
    """Let `told` say the lines of sections of these kinds: for a case, its lines by kind."""
    entry = (frozenset(kind.value for kind in kinds), told)
    if entry not in _REGISTERED:
        _REGISTERED.append(entry)


def section_lines(case: Case, kinds: Iterable[str]) -> Lines:
    """The lines of the case by the kind of section, as far as the kinds are asked for; a kind
    that has none is left out.
    """
    wanted = frozenset(str(kind) for kind in kinds)
    found: dict[str, tuple[SectionLine, ...]] = {}
    for registered, told in _REGISTERED:
        if registered & wanted:
            for kind, lines in told(case).items():
                if kind in wanted and lines:
                    found[str(kind)] = (*found.get(str(kind), ()), *lines)
    return found
