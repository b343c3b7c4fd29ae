"""What a source is: it lays a file out as observations, or tells what is wrong cell by cell."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from sagsgang.figures.periods import Period
from sagsgang.figures.store import Staged

#: How a file's columns are to be understood, as JSON; what it may say stands on the source's page.
Mapping = MappingOf[str, Any]
#: Told how far the reading is, from 0 to 1, and what is being done, in Danish.
Progress = Callable[[float, str], None]
#: So many problems are named; all are counted.
NAMED = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in Danish: `row` as the file counts them, from 1, None for the whole file;
    `column` by its heading; `text` is what stands there; `remedy` says what to do.
    """

    wrong: str
    remedy: str = ""
    row: int | None = None
    column: str = ""
    text: str = ""

    @property
    def place(self) -> str:
        """ "række 14, kolonne “Beløb”", or nothing for the whole file."""
        told = [f"række {self.row}"] if self.row is not None else []
        told += [f"kolonne “{self.column}”"] if self.column else []
        return ", ".join(told)

    @property
    def words(self) -> str:
        """The whole of it as one line."""
        what = f"“{_short(self.text)}” {self.wrong}" if self.text else self.wrong
        told = f"{self.place}: {what}" if self.place else what
        return f"{told}. {self.remedy}".rstrip() if not told.endswith(".") else told


class BadFile(ValueError):
    """A file that cannot be taken in. `problems` names the first, `count` is of all."""

    def __init__(self, problems: Iterable[Problem], count: int | None = None) -> None:
        told = tuple(problems)
        self.problems = told[:NAMED]
        self.count = max(count or 0, len(told))
        words = "\n".join(each.words for each in self.problems)
        more = self.count - len(self.problems)
        super().__init__(words + (f"\n… og {more} andre steder." if more else ""))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a file. `rows` are those of the file that counted; `columns` are the
    headings by what they were taken for; `unit` in Danish; `questions` are what somebody must say
    yes to before it counts; `mapping` is what reads the next file of this layout in the same way.
    """

    rows: int
    columns: MappingOf[str, str]
    unit: str
    first: Period | None
    last: Period | None
    warnings: tuple[str, ...] = ()
    questions: tuple[Problem, ...] = ()
    preliminary_from: Period | None = None
    mapping: Mapping = field(default_factory=dict)


class Source(Protocol):
    """An origin of observations. `id` is its name in commands and in the store, `page` what people
    read about it, `endings` the kinds of file. `needs_mapping` where nothing can be read without.
    """

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def page(self) -> Path: ...
    @property
    def endings(self) -> tuple[str, ...]: ...

    def read(
        self,
        path: Path,
        staged: Staged,
        *,
        area: str,
        mapping: Mapping | None = None,
        on_progress: Progress | None = None,
    ) -> Reading:
        """Lay the file out as observations of `area`. Raises BadFile, and then nothing counts."""
        ...


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
