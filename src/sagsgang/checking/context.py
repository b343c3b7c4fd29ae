"""What a rule is given beside the document: its own name on what it says, the language, and tables
seen as figures.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from sagsgang.checking.finding import (
    Finding,
    Language,
    Place,
    Severity,
    Skipped,
    Suppressed,
    Verified,
)
from sagsgang.checking.quantities import Prose, read_prose
from sagsgang.checking.rule import Rule
from sagsgang.checking.sameness.index import Mentions
from sagsgang.checking.sameness.mention import read_mentions
from sagsgang.checking.settings import DEFAULTS, Settings
from sagsgang.checking.tables.mistakes import Judged, is_large, judge
from sagsgang.checking.tables.notes import rounding_is_noted, text_around
from sagsgang.checking.tables.sums import TooIntricate
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.minutes.attachment import Attachment

Read = TypeVar("Read")

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?=\s|\Z)")
#: The running text of an item is recomputed up to so many figures, dates and references.
MOST_FIGURES = 2_000


@dataclass(slots=True)
class Views:
    """The tables and the running text of one document as figures, each read and judged once, when a
    rule first asks.
    """

    minutes: Minutes
    _tables: dict[tuple[int, int], TableView] = field(default_factory=dict)
    _judged: dict[tuple[int, int], Judged | None] = field(default_factory=dict)
    _prose: dict[int, Prose] = field(default_factory=dict)
    _first: dict[int, Prose] = field(default_factory=dict)
    _read: dict[tuple[object, int], object] = field(default_factory=dict)
    _whole: dict[object, object] = field(default_factory=dict)
    _mentions: list[Mentions] = field(default_factory=list)

    def prose(self, item: int) -> Prose:
        """The running text of item number `item`, counted from 0, with its quantities."""
        if item not in self._prose:
            self._prose[item] = read_prose(self.minutes.items[item])
        return self._prose[item]

    @property
    def mentions(self) -> Mentions:
        """The figures of the whole document's running text, each with its words."""
        if not self._mentions:
            self._mentions.append(
                Mentions.of(
                    mention
                    for number, item in enumerate(self.minutes.items)
                    for mention in read_mentions(item, number, self.prose(number))
                )
            )
        return self._mentions[0]

    def table(self, item: int, table: int) -> TableView:
        """Table number `table` of item number `item`, both counted from 0."""
        key = (item, table)
        if key not in self._tables:
            self._tables[key] = TableView.of(self.minutes.items[item].tables[table])
        return self._tables[key]

    def first_prose(self, item: int) -> Prose:
        """As much of the item's running text as is recomputed: nearly always all of it."""
        if item not in self._first:
            self._first[item] = self.prose(item).first(MOST_FIGURES)
        return self._first[item]

    def read_once(self, find: Callable[[Prose], Iterable[Read]], item: int) -> tuple[Read, ...]:
        """What `find` reads in the running text of item number `item`, kept for the next rule."""
        key = (find, item)
        if key not in self._read:
            self._read[key] = tuple(find(self.first_prose(item)))
        return cast(tuple[Read, ...], self._read[key])

    def once(self, key: object, find: Callable[[], Iterable[Read]]) -> tuple[Read, ...]:
        """What `find` gives for the whole document, kept under `key` for the next rule."""
        if key not in self._whole:
            self._whole[key] = tuple(find())
        return cast(tuple[Read, ...], self._whole[key])

    def judged(self, item: int, table: int) -> Judged | None:
        """What the sums of that table gave; None when it is too large or intricate to try."""
        key = (item, table)
        if key not in self._judged:
            self._judged[key] = self._judge(item, table)
        return self._judged[key]

    def _judge(self, item: int, table: int) -> Judged | None:
        entry = self.minutes.items[item]
        printed = entry.tables[table]
        if is_large(printed):
            return None
        try:
            return judge(
                self.table(item, table), lambda: rounding_is_noted(text_around(entry, printed))
            )
        except TooIntricate:
            return None


def ended_once(text: str) -> str:
    """The text where no sentence ends twice: "koster 5 kr.." after an amount is "koster 5 kr."."""
    return _TWO_STOPS.sub(".", text)


@dataclass(frozen=True, slots=True)
class Context:
    """One rule's view of one check; `lines` are the canonical lines of the document when the
    caller has them, `attachments` the files of its bundle, `settings` the municipality's,
    `companions` other documents that may hold the same cases.
    """

    rule: Rule
    views: Views
    language: Language = "da"
    lines: Sequence[str] = ()
    attachments: Sequence[Attachment] = ()
    settings: Settings = DEFAULTS
    companions: Sequence[Minutes] = ()

    def say(self, *, da: str, en: str) -> str:
        """The message in the language asked for."""
        return ended_once(en if self.language == "en" else da)

    def finding(
        self,
        message: str,
        *,
        confidence: float,
        item: AgendaItem | None = None,
        lines: tuple[int, int] | None = None,
        printed: Sequence[str] = (),
        computed: Sequence[str] = (),
        suggestion: str | None = None,
        severity: Severity | None = None,
        place: Place | None = None,
        others: Sequence[Place] = (),
        attachment: str | None = None,
        where: str | None = None,
    ) -> Finding:
        """A finding of this rule; `severity` only to make it weigh less than the rule says.

        `others` are further places that take part: the table that a sentence differs from.
        `attachment` and `where` name the file it was found in and the place in it.
        """
        return Finding(
            rule=self.rule.code,
            severity=severity or self.rule.severity,
            status=self.rule.status,
            confidence=confidence,
            item=item.number if item else None,
            lines=lines,
            message=message,
            printed=tuple(printed),
            computed=tuple(computed),
            suggestion=suggestion,
            place=place,
            others=tuple(others),
            attachment=attachment,
            where=where,
        )

    def verified(
        self,
        statement: str,
        *,
        item: AgendaItem | None,
        lines: tuple[int, int] | None,
        place: Place | None = None,
        others: Sequence[Place] = (),
    ) -> Verified:
        """A relation this rule recomputed and found to hold; `others` as in a finding."""
        return Verified(
            rule=self.rule.code,
            item=item.number if item else None,
            lines=lines,
            statement=statement,
            place=place,
            others=tuple(others),
        )

    def skipped(
        self, reason: str, *, item: AgendaItem | None, lines: tuple[int, int] | None = None
    ) -> Skipped:
        """Something this rule did not look at."""
        return Skipped(
            rule=self.rule.code, item=item.number if item else None, lines=lines, reason=reason
        )

    def not_recomputed(self, number: int) -> Iterator[Skipped]:
        """Says that item number `number` has more figures than are recomputed, when it has."""
        if self.views.first_prose(number) is not self.views.prose(number):
            yield self.skipped(
                self.say(
                    da=f"Teksten har over {MOST_FIGURES} tal; resten er ikke efterregnet.",
                    en=f"The text has over {MOST_FIGURES} figures; the rest were not recomputed.",
                ),
                item=self.views.minutes.items[number],
            )

    def suppressed(self, reason: str, *, item: AgendaItem | None) -> Suppressed:
        """A finding this rule would have made, had the document itself not explained it."""
        return Suppressed(rule=self.rule.code, item=item.number if item else None, reason=reason)
