"""How a municipality writes figures: sign, percent, and the unit and decimals of money."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sagsgang.figures.wording import HouseStyle, money_in_words
from sagsgang.language.money import FACTORS, Scale
from sagsgang.language.numbers import format_number
from sagsgang.web.bodies.models import Municipality, MunicipalitySettings
from sagsgang.web.bodies.selectors import municipality_settings_get
from sagsgang.web.figures.selectors import house_style


@dataclass(frozen=True, slots=True)
class Style:
    """`scale` and `decimals` are money's in running text and tables; counts under `smallest_cell`
    are not shown.
    """

    sign: str = MunicipalitySettings.Sign.ACTUAL_MINUS_BUDGET
    percent: str = "pct."
    scale: Scale = "mio. kr."
    decimals: int = 1
    smallest_cell: int = 5

    @property
    def house(self) -> HouseStyle:
        """The same for those who tell figures in sentences."""
        return HouseStyle(self.scale, self.decimals)

    def unit_words(self, unit: str) -> str:
        """What a value counts, in Danish; nothing for what is counted without a name."""
        if unit == "kr":
            return self.scale
        if unit == "percent":
            return self.percent
        return {
            "persons": "personer",
            "full_time_persons": "fuldtidspersoner",
            "hours": "timer",
            "percentage_point": "procentpoint",
        }.get(unit, "")

    def decimals_of(self, unit: str, declared: int) -> int:
        """With how many decimals a value is printed."""
        return self.decimals if unit == "kr" else declared

    def in_unit(self, value: Decimal, unit: str) -> Decimal:
        """The value as it is counted when it is printed."""
        return value / FACTORS[self.scale] if unit == "kr" else value

    def printed(self, value: Decimal, unit: str, declared: int) -> str:
        """The value without its unit: "11,4"."""
        return format_number(self.in_unit(value, unit), self.decimals_of(unit, declared))

    def with_unit(self, value: Decimal, unit: str, declared: int) -> str:
        """The value with its unit: "11,4 mio. kr.", "402.350 kr.", "46,2 pct.", "46,2%", "129"."""
        if unit == "kr":
            return money_in_words(value, self.house)
        words = self.unit_words(unit)
        apart = "" if words in ("", "%") else " "
        return f"{self.printed(value, unit, declared)}{apart}{words}"

    def is_zero(self, value: Decimal, unit: str, declared: int) -> bool:
        """Whether the value is printed as nothing at all."""
        step = Decimal(1).scaleb(-self.decimals_of(unit, declared))
        return not self.in_unit(value, unit).quantize(step, ROUND_HALF_UP)


def style_of(municipality: Municipality) -> Style:
    """The style of a municipality; that of most where it has not said."""
    row, house = municipality_settings_get(municipality), house_style(municipality)
    return Style(
        sign=row.sign,
        percent="%" if row.percent == MunicipalitySettings.Percent.SIGN else "pct.",
        scale=house.scale,
        decimals=house.decimals,
        smallest_cell=row.smallest_cell,
    )
