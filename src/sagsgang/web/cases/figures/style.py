"""How a municipality writes figures: sign, percent, and the unit and decimals of money."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import cast, get_args

from sagsgang.language.money import FACTORS, Scale
from sagsgang.language.numbers import format_number
from sagsgang.web.bodies.models import Municipality, MunicipalitySettings


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
        """The value with its unit: "11,4 mio. kr.", "46,2 pct.", "46,2%", "129"."""
        words = self.unit_words(unit)
        apart = "" if words in ("", "%") else " "
        return f"{self.printed(value, unit, declared)}{apart}{words}"

    def is_zero(self, value: Decimal, unit: str, declared: int) -> bool:
        """Whether the value is printed as nothing at all."""
        step = Decimal(1).scaleb(-self.decimals_of(unit, declared))
        return not self.in_unit(value, unit).quantize(step, ROUND_HALF_UP)


def style_of(municipality: Municipality) -> Style:
    """The style of a municipality; that of most where it has not said."""
    row = MunicipalitySettings.objects.filter(municipality=municipality).first()
    if row is None:
        return Style()
    known = row.money_unit in get_args(Scale)
    return Style(
        sign=row.sign,
        percent="%" if row.percent == MunicipalitySettings.Percent.SIGN else "pct.",
        scale=cast(Scale, row.money_unit) if known else "mio. kr.",
        decimals=row.money_decimals,
        smallest_cell=row.smallest_cell,
    )
