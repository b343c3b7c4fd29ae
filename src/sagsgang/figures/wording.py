"""How figures are told in a case: in the house's unit, percent word and sign, in plain Danish."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Unit
from sagsgang.figures.registry import indicator
from sagsgang.language.money import FACTORS, Scale, format_money
from sagsgang.language.numbers import format_number
from sagsgang.language.percent import Sign as PercentWord
from sagsgang.language.percent import format_percent

PRELIMINARY = "foreløbige tal"
_NOTHING = format_money(0, "kr.")


class Convention(StrEnum):
    """What the sign of a deviation says in a table. Inside, + is always overspend."""

    ACTUAL_MINUS_BUDGET = "actual_minus_budget"
    BUDGET_MINUS_ACTUAL = "budget_minus_actual"
    IN_WORDS = "in_words"

    @property
    def caption(self) -> str:
        """What stands under a table that follows it."""
        return {
            "actual_minus_budget": "+ er merforbrug, − er mindreforbrug.",
            "budget_minus_actual": "+ er mindreforbrug, − er merforbrug.",
            "in_words": "",
        }[self.value]

    def inside(self, printed: Decimal) -> Decimal:
        """A deviation as it was printed, with + for overspend. Raises ValueError for one in words,
        whose sign is in the words.
        """
        if self is Convention.IN_WORDS:
            raise ValueError("the sign of a deviation in words is not in its number")
        return printed if self is Convention.ACTUAL_MINUS_BUDGET else -printed


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A municipality's way to tell figures: money in `scale` with `decimals`, the word for percent,
    and the sign of deviations in tables.
    """

    scale: Scale = "mio. kr."
    decimals: int = 1
    percent: PercentWord = "pct."
    convention: Convention = Convention.ACTUAL_MINUS_BUDGET


PLAIN = HouseStyle()


def money_in_words(kroner: Decimal, style: HouseStyle = PLAIN) -> str:
    """ "11,4 mio. kr." in the house's unit; an amount of less than one of them in whole kroner, so
    that 402.350 kr. is not told as "0,4 mio. kr.".
    """
    return format_money(kroner, *unit_of(kroner, style))


def unit_of(kroner: Decimal, style: HouseStyle = PLAIN) -> tuple[Scale, int]:
    """The unit and the decimals that an amount is told in where it stands alone."""
    is_small = abs(kroner) < FACTORS[style.scale]
    return ("kr.", 0) if is_small else (style.scale, style.decimals)


def deviation_in_words(
    kroner: Decimal, style: HouseStyle = PLAIN, *, is_income: bool = False
) -> str:
    """ "mindreforbrug på 11,4 mio. kr." of −11.4 million kroner, + being overspend; of an income
    less of it is a mindreindtægt. "ingen afvigelse" where it is less than half a krone.
    """
    amount = money_in_words(abs(kroner), style)
    return "ingen afvigelse" if amount == _NOTHING else f"{_word(kroner, is_income)} på {amount}"


def corridor_in_words(lowest: Decimal, highest: Decimal, style: HouseStyle = PLAIN) -> str:
    """ "mindreforbrug på 15-25 mio. kr." of −25 to −15 million kroner. Where the two lie on each
    side of the budget: "fra mindreforbrug på 5 mio. kr. til merforbrug på 5 mio. kr.". Where they
    are told in two units: "merforbrug på mellem 402.350 kr. og 2,1 mio. kr.".
    """
    lowest, highest = min(lowest, highest), max(lowest, highest)
    one, other = deviation_in_words(lowest, style), deviation_in_words(highest, style)
    if one == other:
        return one
    if lowest * highest <= 0:
        return f"fra {one} til {other}"
    small, large = (money_in_words(each, style) for each in sorted((abs(lowest), abs(highest))))
    number, _blank, unit = small.partition(" ")
    is_one_unit = large.partition(" ")[2] == unit
    between = f"{number}-{large}" if is_one_unit else f"mellem {small} og {large}"
    return f"{_word(lowest, is_income=False)} på {between}"


def in_words(figure: Figure, style: HouseStyle = PLAIN) -> str:
    """The figure as it stands in a sentence: "46,2 pct.", "mindreforbrug på 11,4 mio. kr.", "ikke
    oplyst", with "(foreløbige tal)" after it where they are.
    """
    if figure.value is None:
        assert figure.missing is not None
        return figure.missing.words
    if is_deviation(figure):
        told = deviation_in_words(figure.value, style)
    elif figure.unit is Unit.KR:
        told = money_in_words(figure.value, style)
    elif figure.unit is Unit.PERCENT:
        told = format_percent(figure.value, figure.decimals, sign=style.percent)
    else:
        told = figure.in_words()
    return f"{told} ({PRELIMINARY})" if figure.is_preliminary else told


def in_table(figure: Figure, style: HouseStyle = PLAIN) -> str:
    """The figure as it stands in a cell, without its unit: a deviation with the house's sign, what
    is missing as its sign.
    """
    if figure.value is None or figure.unit is not Unit.KR:
        return figure.printed()
    value = figure.value
    if is_deviation(figure):
        if style.convention is Convention.IN_WORDS:
            return deviation_in_words(value, style)
        if style.convention is Convention.BUDGET_MINUS_ACTUAL:
            value = -value
    return format_number(value / FACTORS[style.scale], style.decimals)


def beside(official: Figure, recount: Figure, style: HouseStyle = PLAIN) -> str:
    """The official figure with another way to count it in parentheses: "32,8 pct. (22,0 pct.)";
    alone where there is no recount.
    """
    told = in_words(official, style)
    return told if recount.value is None else f"{told} ({in_words(recount, style)})"


def is_deviation(figure: Figure) -> bool:
    """Whether the sign of the figure says over- or underspend."""
    return figure.unit is Unit.KR and indicator(figure.indicator).declared.sign is Sign.OVERSPEND


def _word(kroner: Decimal, is_income: bool) -> str:
    if is_income:
        return "mindreindtægt" if kroner > 0 else "merindtægt"
    return "merforbrug" if kroner > 0 else "mindreforbrug"
