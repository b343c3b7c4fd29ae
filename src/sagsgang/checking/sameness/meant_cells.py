"""Which cells a figure of the text can be meant as: those it names, and those left beside others
that its sentence has of the same row or column.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Hedge, Unit
from sagsgang.checking.sameness.explained import is_explained
from sagsgang.checking.sameness.index import Sentence
from sagsgang.checking.sameness.mention import Mention
from sagsgang.checking.sameness.named_cells import NamedCells, has_stem
from sagsgang.checking.sameness.printed_cells import MEASURES, SCALES, Figure
from sagsgang.checking.sameness.slips import differs_little_from, telling_digits

#: A shorter number is in a table by chance; one shorter by a digit, with decimals, when named.
_FEWEST = 3
#: A figure told oftener, or beside more others, is none of one cell.
MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Match:
    """A mention and the cell that it names; `confidence` is 0 when they agree.

    `elsewhere` is the cell of another row that holds the text's figure, where one does.
    """

    mention: Mention
    figure: Figure
    confidence: float = 0.0
    elsewhere: Figure | None = None

    @property
    def agrees(self) -> bool:
        """True when text and table say the same."""
        return not self.confidence


#: By sentence, the figures that are in the tables too.
Beside = dict[Sentence, list[Match]]


def meant(
    mention: Mention, agreeing: list[Figure], beside: Beside, cells: NamedCells
) -> Figure | None:
    """The cell that the words lead to, when the mention agrees with it: had it been another, it
    would be told of. Where two cells agree with it one could be another without a word.
    """
    figure = agreeing[0]
    if len({_cell(each) for each in agreeing}) != 1:
        return None
    every = (mention, *_retold(mention, cells))
    if len(every) > MOST_TOLD:
        return None
    return figure if all(_leads_to(each, figure, beside, cells) for each in every) else None


def missed(mention: Mention, beside: Beside, cells: NamedCells) -> Figure | None:
    """The cell that a mention which agrees with none is meant as, when it differs little from it
    and is nothing else.
    """
    near = [
        each
        for each in _led_to(mention, beside, cells)
        if _differs_little(mention, each) and not is_explained(mention, each, cells)
    ]
    if not near:
        return None
    value = abs(mention.quantity.value)
    nearest = min(near, key=lambda each: abs(abs(each.value) - value))
    retold = _retold(mention, cells)
    if len(retold) > MOST_TOLD:
        return None
    return nearest if all(_leads_to(each, nearest, beside, cells) for each in retold) else None


def _differs_little(mention: Mention, figure: Figure) -> bool:
    """True when the mention may be the cell written wrong, in one of the scales it may be in."""
    quantity = mention.quantity
    is_open = quantity.unit is Unit.MONEY and figure.measure is None
    return any(
        differs_little_from(quantity, figure.value.scaleb(scale))
        for scale in (SCALES if is_open else (0,))
    )


def _retold(mention: Mention, cells: NamedCells) -> list[Mention]:
    """The other mentions of the same value in the item."""
    quantity = mention.quantity
    return [
        each
        for each in cells.mentions.of_value(quantity.unit, quantity.value)
        if each is not mention and each.item == mention.item
    ]


def _leads_to(mention: Mention, figure: Figure, beside: Beside, cells: NamedCells) -> bool:
    return any(_cell(each) == _cell(figure) for each in _led_to(mention, beside, cells))


def _led_to(mention: Mention, beside: Beside, cells: NamedCells) -> list[Figure]:
    """The cells that the words around the mention, or the figures beside it, lead to."""
    quantity = mention.quantity
    length = _length(mention)
    if quantity.hedge is not Hedge.EXACT or length < _FEWEST - bool(quantity.decimals):
        return []
    named = cells.named(mention)
    if named:
        return [named]
    if length < _FEWEST:
        return []
    return list(_left_beside(mention, beside.get(mention.where, []), cells))


def _length(mention: Mention) -> int:
    """How many digits make it hardly stand in a table by chance: "412", "0,064" have three."""
    digits = "".join(filter(str.isdigit, mention.quantity.number)).lstrip("0")
    return max(len(digits), mention.quantity.decimals)


def _left_beside(mention: Mention, beside: list[Match], cells: NamedCells) -> Iterator[Figure]:
    """The cells that the sentence has not told yet, in a row or column that it is about."""
    others = [each.figure for each in beside if each.mention is not mention]
    if not others or len(others) > MOST_TOLD:
        return
    anchors = [each for each in beside if each.mention is not mention and _is_anchor(each, cells)]
    measures = MEASURES.get(mention.quantity.unit, ())
    seen = {_cell(each) for each in others}
    for anchor in anchors:
        table, row, column = _cell(anchor.figure)
        for each in (*cells.figures.in_row(table, row), *cells.figures.in_column(table, column)):
            if each.measure not in measures or _cell(each) in seen:
                continue
            seen.add(_cell(each))
            is_named = _is_in_row if each.row == row else _is_in_column
            if is_named(mention, each, cells) and not cells.is_of_other_kind(mention, each):
                yield each


def _is_in_row(mention: Mention, figure: Figure, cells: NamedCells) -> bool:
    """True when the sentence is of the row, and the figure long or its column named beside it."""
    if not cells.is_row_named(mention, figure):
        return False
    is_long = telling_digits(mention.quantity.number) >= _FEWEST
    return is_long or has_stem(mention.words, cells.labels(figure)[1]) > 0


def _is_in_column(mention: Mention, figure: Figure, cells: NamedCells) -> bool:
    """True when the words beside the figure name its row."""
    stems = cells.labels(figure)[0]
    return bool(stems) and has_stem(mention.words, stems) == len(stems)


def _is_anchor(match: Match, cells: NamedCells) -> bool:
    """True for a figure that is hardly in the table by chance."""
    if telling_digits(match.mention.quantity.number) >= _FEWEST:
        return True
    return cells.named(match.mention) is match.figure


def _cell(figure: Figure) -> tuple[int, int, int]:
    return figure.table, figure.row, figure.column
