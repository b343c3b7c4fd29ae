"""A figure of the text against the tables of its item: which cell it names, whether they agree."""

from collections import defaultdict
from collections.abc import Iterator

from sagsgang.checking.quantities import Hedge, Unit
from sagsgang.checking.sameness.explained import is_explained
from sagsgang.checking.sameness.index import Mentions
from sagsgang.checking.sameness.meant_cells import Beside, Match, meant, missed
from sagsgang.checking.sameness.mention import Mention
from sagsgang.checking.sameness.named_cells import ROOT, NamedCells, has_stem, says_total
from sagsgang.checking.sameness.printed_cells import Figure, Figures, Label, digits_of
from sagsgang.checking.sameness.slips import is_slip, telling_digits
from sagsgang.checking.tables.units import Measure

#: A number of so many digits is hardly in a table by chance.
FEWEST_TELLING = 4
LONGEST = 12
#: The fewest digits of a figure that is told in another scale.
FEWEST_NAMED = 2
#: So many other figures of its sentence must be of one column to tell which cell one is.
FEWEST_BESIDE = 2


Row = tuple[int, int]


def against_tables(
    mentions: list[Mention], cells: NamedCells, years: frozenset[str]
) -> Iterator[Match]:
    """Each figure of an item's text that its tables hold too, or ought to; `years` are those that
    the tables are of where they say none themselves.
    """
    figures, index = cells.figures, cells.mentions
    found: list[tuple[Match, list[Figure]]] = []
    lost: list[Mention] = []
    for mention in mentions:
        quantity = mention.quantity
        if quantity.is_range or quantity.is_word:
            continue
        agreeing = list(figures.agreeing(quantity))
        if not agreeing:
            lost.append(mention)
            continue
        best = max(agreeing, key=lambda each: _named(mention, each))
        stray = of_other_row(mention, index, best, len(agreeing), figures)
        if stray:
            yield Match(mention, stray, 0.8, elsewhere=best)
        else:
            found.append((Match(mention, best), agreeing))
    beside: Beside = defaultdict(list)
    for match, _ in found:
        beside[match.mention.where].append(match)
    for match, agreeing in found:
        figure = meant(match.mention, agreeing, beside, cells)
        if figure:
            yield Match(match.mention, figure)
    for mention in lost:
        there = beside.get(mention.where, [])
        figure = (
            _slip(mention, figures, years)
            or _left_over(mention, there, cells)
            or _of_other_scale(mention, {(m.figure.table, m.figure.row) for m in there}, figures)
        )
        if figure:
            yield Match(mention, figure, 0.85)
            continue
        figure = missed(mention, beside, cells)
        if figure:
            yield Match(mention, figure, 0.7)


def _named(mention: Mention, figure: Figure) -> tuple[int, int, int]:
    """How well the words of the sentence name the cell."""
    return (
        has_stem(mention.words, figure.across.stems) + _has_year(mention, figure.down),
        has_stem(mention.wide, figure.across.stems) + has_stem(mention.wide, figure.down.stems),
        int(digits_of(mention.quantity.number) == digits_of(figure.cell.number)),
    )


def _has_year(mention: Mention, label: Label) -> int:
    return int(bool(mention.years & label.years))


def _slip(mention: Mention, figures: Figures, years: frozenset[str]) -> Figure | None:
    """The one cell that the figure is a slip of the pen away from, where the text names it."""
    quantity = mention.quantity
    number = quantity.number
    digits = digits_of(number)
    if (
        quantity.hedge is not Hedge.EXACT
        or not FEWEST_TELLING - 1 <= telling_digits(number) <= LONGEST
    ):
        return None
    found = [
        each
        for variant in _variants(digits)
        for each in figures.with_digits(variant)
        if _may_be(mention, each) and _is_slip(number, each.cell.number)
    ]
    named = [each for each in found if _is_named_for_slip(mention, each, years)]
    if len({(each.table, each.row, each.column) for each in named}) != 1:
        return None
    return named[0]


def _is_slip(number: str, printed: str) -> bool:
    """True when one is a slip of the other, in another scale perhaps: 3.725.000 and 3.275."""
    fewest = FEWEST_TELLING - 1
    return is_slip(number, printed, fewest=fewest) or is_slip(
        digits_of(number), digits_of(printed), fewest=fewest
    )


def _variants(digits: str) -> Iterator[str]:
    """The digits with two neighbours swapped, then with one digit changed."""
    for at in range(len(digits) - 1):
        yield (digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]).strip("0")
    for at, old in enumerate(digits):
        for new in "0123456789":
            if new != old:
                yield (digits[:at] + new + digits[at + 1 :]).strip("0")


def _may_be(mention: Mention, figure: Figure) -> bool:
    """True when text and cell count the same, and are of the same order of size."""
    quantity = mention.quantity
    if quantity.unit is Unit.PERCENT and figure.measure is not None:
        return figure.measure in (Measure.PERCENT, Measure.POINTS)
    if quantity.unit is Unit.NUMBER and figure.measure not in (None, Measure.COUNT):
        return False
    is_open = quantity.unit is Unit.MONEY and figure.measure is None
    return any(_near(mention, figure, scale) for scale in ((0, 3, 6) if is_open else (0,)))


def _near(mention: Mention, figure: Figure, scale: int) -> bool:
    value, other = abs(mention.quantity.value), abs(figure.value.scaleb(scale))
    return other <= 10 * value and value <= 10 * other


def _is_named_for_slip(mention: Mention, figure: Figure, years: frozenset[str]) -> bool:
    """True when the line names the cell well enough for so long a number."""
    telling = telling_digits(mention.quantity.number)
    shape = mention.passage.shape
    if telling >= FEWEST_TELLING:
        if figure.across.is_total and says_total(mention):
            return True
        stems = (*figure.across.stems, *figure.down.stems)
        return any(len(stem) > 2 and stem in shape for stem in stems)
    return _names_row(mention, figure) and _names_column(mention, figure, years)


def _names_row(mention: Mention, figure: Figure) -> bool:
    """True when all words of the row's label are in the sentence."""
    stems = figure.across.stems
    return bool(stems) and has_stem(mention.wide, stems) == len(stems)


def _names_column(mention: Mention, figure: Figure, years: frozenset[str]) -> bool:
    """True when the line names the column, and no other year than the column's or the item's."""
    label = figure.down
    if label.years:
        return mention.years == label.years
    if not mention.years <= years:
        return False
    shape = mention.passage.shape
    return bool(label.stems) and all(stem in shape for stem in label.stems)


def _of_other_scale(mention: Mention, rows: set[Row], figures: Figures) -> Figure | None:
    """The cell with the same digits and another number of zeros, in a row that another figure of
    the sentence is of and in the column of its year: 0,64 mio. kr. and 64 in a table of 1.000 kr.
    """
    digits = digits_of(mention.quantity.number)
    if mention.quantity.unit is not Unit.MONEY or len(digits) < FEWEST_NAMED:
        return None
    found = [
        each
        for each in figures.with_digits(digits)
        if each.measure is Measure.MONEY
        and (each.table, each.row) in rows
        and each.down.years
        and each.down.years <= mention.years
    ]
    return found[0] if len(found) == 1 else None


def _left_over(mention: Mention, beside: list[Match], cells: NamedCells) -> Figure | None:
    """The cell that the figure stands for when the other figures of its sentence are cells of one
    column, and the words right beside it name one row that none of those are in.
    """
    if mention.quantity.hedge is not Hedge.EXACT or len(beside) < FEWEST_BESIDE:
        return None
    columns = {(each.figure.table, each.figure.column) for each in beside}
    if len(columns) != 1 or any(not match.agrees for match in beside):
        return None
    taken = {each.figure.row for each in beside}
    table, column = columns.pop()
    named = [
        each
        for each in cells.figures.in_column(table, column)
        if each.row not in taken
        and not each.across.is_total
        and has_stem(mention.words, each.across.stems) == len(each.across.stems) > 0
        and _may_be(mention, each)
    ]
    if len(named) != 1 or is_explained(mention, named[0], cells):
        return None
    return named[0]


def of_other_row(
    mention: Mention, index: Mentions, best: Figure, alike: int, figures: Figures
) -> Figure | None:
    """The cell of the row that the sentence names, when its only figure is another row's.

    None when the figure is in the named row as well, or the sentence may speak of both.
    """
    if len(digits_of(mention.quantity.number)) < FEWEST_TELLING - 1 or alike != 1:
        return None
    if best.across.is_total or has_stem(mention.wide, best.across.stems):
        return None
    if len(index.in_sentence(mention)) != 1:
        return None
    shape = mention.passage.shape
    before = shape[shape.rfind("|", 0, mention.at) + 1 : mention.at]
    named = [
        each
        for each in figures.in_column(best.table, best.column)
        if not each.across.is_total
        and _is_name(each.across)
        and " ".join(each.across.text.lower().split()) in before
    ]
    return named[0] if len(named) == 1 else None


def _is_name(label: Label) -> bool:
    """True for a label that names something: a school, a benefit; not "antal"."""
    return any(len(stem) > ROOT for stem in label.stems)
