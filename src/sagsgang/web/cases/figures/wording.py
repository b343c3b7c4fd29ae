"""A number in the words of the house: "mindreforbrug på 11,4 mio. kr."."""

from decimal import Decimal
from typing import Any

from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Missing
from sagsgang.figures.wording import deviation_in_words
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.cases.figures.style import Style

Shown = dict[str, Any]
Cell = dict[str, Any]


def value_of(cell: Cell) -> Decimal | None:
    """The exact value of a cell; None where there is none."""
    return None if cell["value"] is None else Decimal(cell["value"])


def number_words(shown: Shown, style: Style, *, is_named: bool) -> str:
    """The number as it stands in running text, with what it is where `is_named`."""
    cell = shown["rows"][-1]["cells"][-1]
    value = value_of(cell)
    name = name_of(shown)
    unit, decimals = shown["unit"], shown["decimals"]
    if value is None:
        return f"{name}: {Missing(cell['missing']).words}"
    if shown["sign"] == Sign.OVERSPEND:
        return deviation_in_words(value, style.house)
    told = style.with_unit(value, unit, decimals)
    return f"{name} på {told}" if is_named else told


def name_of(shown: Shown) -> str:
    """What the figure is called inside a sentence: its title, not begun with a capital."""
    title = str(shown["title"])
    is_word = len(title) > 1 and title[1].islower()
    name = title[0].lower() + title[1:] if is_word else title
    return f"{name} ({', '.join(shown['chosen'])})" if shown["chosen"] else name


def cell_words(cell: Cell, shown: Shown, style: Style) -> str:
    """A cell of a table, without its unit."""
    value = value_of(cell)
    if value is None:
        return Missing(cell["missing"]).sign
    unit, decimals = shown["unit"], shown["decimals"]
    if shown["sign"] == Sign.OVERSPEND and not style.is_zero(value, unit, decimals):
        if style.sign == MunicipalitySettings.Sign.BUDGET_MINUS_ACTUAL:
            value = -value
        elif style.sign == MunicipalitySettings.Sign.IN_WORDS:
            word = "merforbrug" if value > 0 else "mindreforbrug"
            return f"{word} {style.printed(abs(value), unit, decimals)}"
    return style.printed(value, unit, decimals)


def sign_words(shown: Shown, style: Style) -> str:
    """What plus and minus say in its table; nothing where they need no words."""
    if shown["sign"] != Sign.OVERSPEND or style.sign == MunicipalitySettings.Sign.IN_WORDS:
        return ""
    is_turned = style.sign == MunicipalitySettings.Sign.BUDGET_MINUS_ACTUAL
    return f"minus er {'merforbrug' if is_turned else 'mindreforbrug'}"
