"""Formulas printed in the heads of columns or beside rows: "Afvigelse (3-4)", "C = A - B".

The names of the lines are printed ("(3)", "A", "3 = 1 + 2", or a row of numbers under the heads),
or they are the positions of the columns, with or without the column of labels.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from sagsgang.checking.tables.derived.formula import Formula, Term
from sagsgang.checking.tables.labels import plain
from sagsgang.checking.tables.view import Direction, TableView

_NAME = r"(?:kol(?:onne)?\.? ?)?([0-9]{1,2}|[a-zæøå])"
_FORMULA = re.compile(
    rf"\(?{_NAME}((?: ?[-–−+/:] ?{_NAME}){{1,8}})\)?(?: ?(?:[*x·] ?100|i (?:pct\.?|%)))?"
)
_STEP = re.compile(rf" ?([-–−+/:]) ?{_NAME}")
_ASIDE = re.compile(r"\(([^()]{1,40})\)")
_DEFINED = re.compile(rf"(?:^|[( ]){_NAME} ?= ?([^=]{{1,40}}?)\)?$")
_OWN_NAME = re.compile(
    r"^\(?([0-9]{1,2}|[a-zæøå])\)?$|^([0-9]{1,2}|[a-zæøå])[.:)] |\(([0-9]{1,2}|[a-zæøå])\)"
)
#: No label is longer.
MAX_LABEL = 200


class Heads:
    """What the lines of a direction are called, and which lanes only number them."""

    def __init__(self, view: TableView, direction: Direction) -> None:
        self.numbering: frozenset[int] = frozenset()
        extra: Mapping[int, str] = {}
        if not direction.is_down:
            self.numbering, extra = _numbering(view, direction)
        self.labels = tuple(
            f"{line.label[:MAX_LABEL]} ({extra[line.index]})"
            if extra.get(line.index)
            else line.label[:MAX_LABEL]
            for line in direction.lines
        )
        self._names = [_own_name(label) for label in self.labels]
        self._places = [line.index for line in direction.lines]
        self._is_down = direction.is_down
        self._first_figure = view.figures[0] if view.figures else 0

    def formulas(self, position: int, *, is_share: bool) -> Iterator[Formula]:
        """What the label of a line says it is: one for every way to read the names."""
        steps = steps_in(self.labels[position])
        if not steps:
            return
        for fit, lookup in self._lookups():
            lines = [lookup.get(name) for _, name in steps]
            if None in lines or position in lines or len(set(lines)) < len(lines):
                continue
            terms = [Term(line or 0) for line in lines]
            operators = [operator for operator, _ in steps[1:]]
            if set(operators) <= {"/", ":"} and len(terms) == 2:
                if is_share:
                    yield Formula((terms[0],), (terms[1],), Decimal(100), fit=fit, is_printed=True)
                yield Formula((terms[0],), (terms[1],), fit=fit, is_printed=True)
            elif set(operators) <= {"+", "-"}:
                yield Formula(
                    (
                        terms[0],
                        *(
                            Term(term.line, 1 if operator == "+" else -1)
                            for operator, term in zip(operators, terms[1:], strict=True)
                        ),
                    ),
                    fit=fit,
                    is_printed=True,
                )

    def _lookups(self) -> Iterator[tuple[int, dict[str, int]]]:
        printed = {name: line for line, name in enumerate(self._names) if name}
        yield 2, printed
        if self._is_down:
            return
        for first in {0, self._first_figure}:
            by_place = {str(place - first + 1): line for line, place in enumerate(self._places)}
            by_letter = {
                chr(ord("a") + place - first): line
                for line, place in enumerate(self._places)
                if 0 <= place - first < 26
            }
            yield 1, by_place | by_letter


def steps_in(label: str) -> list[tuple[str, str]]:
    """The operators and names of a printed formula: [("+", "3"), ("-", "4")]; none when there is
    none.
    """
    text = plain(label)
    defined = _DEFINED.search(text)
    candidates = [defined[2]] if defined else []
    candidates += _ASIDE.findall(text)
    candidates += [text] if len(text) <= 20 else []
    for candidate in candidates:
        match = _FORMULA.fullmatch(candidate.strip(" =()"))
        if match:
            steps = [("+", match[1])]
            steps += [
                ("-" if operator in "–−" else operator, name)
                for operator, name in _STEP.findall(match[2])
            ]
            return steps
    return []


def _own_name(label: str) -> str | None:
    text = plain(label)
    defined = _DEFINED.search(text)
    if defined:
        return defined[1]
    match = _OWN_NAME.search(text)
    return next(filter(None, match.groups()), None) if match else None


def _numbering(view: TableView, direction: Direction) -> tuple[frozenset[int], dict[int, str]]:
    """The lane that numbers the columns, among the first two rows, and what it says of each."""
    for lane, row in enumerate(direction.lane_indices[:2]):
        texts = {line.index: line.cells[lane].text.strip() for line in direction.lines}
        printed = [text for text in texts.values() if text]
        if len(printed) >= 2 and _numbers_columns(printed) and row in view.body:
            return frozenset({lane}), texts
    return frozenset(), {}


def _numbers_columns(texts: Sequence[str]) -> bool:
    """True for "1 2 3", "(1) (2) (1-2)", "A B C=A-B": names in order, or formulas."""
    names = []
    for text in texts:
        low = plain(text)
        if steps_in(low):
            continue
        match = re.fullmatch(r"\(?([0-9]{1,2}|[a-zæøå])\)?", low)
        if match is None:
            return False
        names.append(match[1])
    if not names or len({name.isdigit() for name in names}) != 1:
        return False
    numbers = [int(name) if name.isdigit() else ord(name) for name in names]
    return (
        len(numbers) >= 2
        and numbers == sorted(set(numbers))
        and numbers[-1] - numbers[0] <= len(texts)
    )
