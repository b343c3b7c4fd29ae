"""An indicator's page: what its Markdown must hold, and the examples that run as its tests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.indicator import Indicator
from sagsgang.language.numbers import parse_number

#: The headings every page has, in this order.
HEADINGS = ("Hvad tæller det?", "Hvad skal man passe på?", "Kilde")
#: What an example says of an input that is not known.
MISSING = "mangler"

_FENCE = re.compile(r"^```eksempel\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_TOKEN = re.compile(r"[a-z_]+|[*-]")
_HEADING = re.compile(r"^## (?P<text>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced example: the value of each input and parameter it names, None where it is missing,
    and how the figure is told.
    """

    values: Mapping[str, Decimal | None]
    told: str


def page_of(indicator: Indicator) -> str:
    """The page, Danish Markdown."""
    return indicator.page.read_text(encoding="utf-8")


def headings(page: str) -> tuple[str, ...]:
    """Its headings below the title."""
    return tuple(_HEADING.findall(page))


def examples(indicator: Indicator) -> tuple[Example, ...]:
    """The examples of a page. Raises ValueError where one cannot be read: a mistake of ours."""
    return tuple(_example(indicator, each["body"]) for each in _FENCE.finditer(page_of(indicator)))


def readable(indicator: Indicator) -> str:
    """The page for people: examples with the Danish names of what they name."""
    declared = indicator.declared
    named = {name: each.title for name, each in declared.inputs.items()}
    named |= {name: each.title for name, each in declared.parameters.items()}

    def shown(fence: re.Match[str]) -> str:
        lines = []
        for line in fence["body"].strip().splitlines():
            name, is_value, value = line.partition(" = ")
            lines.append(f"    {named[name]}: {value}" if is_value else f"    {line}")
        return "\n".join(line.replace("=>", "→") for line in lines)

    return _FENCE.sub(shown, page_of(indicator))


def expression_in_danish(indicator: Indicator) -> str:
    """The expression with titles for names: "Forbrug / (Oprindeligt budget + …) × 100"."""
    declared = indicator.declared
    titles = {name: each.title for name, each in declared.inputs.items()}
    titles |= {name: each.title for name, each in declared.parameters.items()}
    titles |= {"min": "det mindste af", "max": "det største af", "*": "×", "-": "−"}
    return _TOKEN.sub(lambda token: titles.get(token[0], token[0]), declared.expression)


def _example(indicator: Indicator, body: str) -> Example:
    values: dict[str, Decimal | None] = {}
    told = None
    known = {*indicator.declared.inputs, *indicator.declared.parameters}
    for line in body.strip().splitlines():
        if line.startswith("=> "):
            told = line.removeprefix("=> ")
            continue
        name, _is, value = line.partition(" = ")
        number = parse_number(value)
        if name not in known or (number is None and value != MISSING):
            raise ValueError(f"{indicator.id}: {line!r} of an example cannot be read")
        values[name] = number.value if number else None
    if told is None:
        raise ValueError(f"{indicator.id}: an example tells no figure")
    return Example(values, told)
