"""Which indicators can be chosen for a case, and how the page of one says what it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.figures.indicator import Indicator
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.registry import all_indicators
from sagsgang.language.collation import match_key
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.figures.asking import members_of, periods_with_value
from sagsgang.web.cases.models import Case
from sagsgang.web.figures.selectors import area_of, store

_FAMILIES: dict[str, str | Promise] = {
    "appeals": _("Appeals"),
    "finance": _("Economy"),
    "employment": _("Employment"),
    "activity": _("Activity"),
    "surveys": _("Surveys"),
    "traffic": _("Traffic"),
    "climate": _("Climate and energy"),
    "municipalities": _("Compared with other municipalities"),
    "people": _("Population"),
}
_COUNTS = re.compile(
    r"^## Hvad tæller det\?\s*\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator in the list: `has_data` says whether anything is loaded of it."""

    id: str
    title: str
    family: str | Promise
    counts: tuple[str, ...]
    has_data: bool


def choices_for(municipality: Municipality, sought: str = "") -> list[Choice]:
    """The indicators that say all the words sought in title, family or what they count; those with
    data first.
    """
    words = match_key(sought).split()
    snapshot, area = store().snapshot(), area_of(municipality)
    found = []
    for each in all_indicators():
        family = _FAMILIES.get(each.family, each.family.capitalize())
        counts = what_it_counts(each)
        text = match_key(" ".join((each.title, str(family), *counts)))
        if not all(word in text for word in words):
            continue
        has_data = any(
            snapshot.periods(told.series, told.area or area)
            for told in each.declared.inputs.values()
        )
        found.append(Choice(each.id, each.title, family, counts, has_data))
    return sorted(found, key=lambda each: (not each.has_data, str(each.family), each.title))


def what_it_counts(told: Indicator) -> tuple[str, ...]:
    """The paragraphs of the indicator's page under "Hvad tæller det?"."""
    return _counts(str(told.page))


@lru_cache(maxsize=512)
def _counts(page: str) -> tuple[str, ...]:
    with open(page, encoding="utf-8") as file:
        match = _COUNTS.search(file.read())
    return tuple(_paragraphs(match["text"])) if match else ()


def _paragraphs(text: str) -> Sequence[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def period_choices(
    told: Indicator, municipality: Municipality, kept: str = ""
) -> list[tuple[str, str | Promise]]:
    """The periods that can be chosen: `grain:latest`, `grain:year_before`, and, newest first, those
    that have begun and of which the whole has a value; the one `kept` of a figure stays too.
    """
    snapshot, area = store().snapshot(), area_of(municipality)
    moving: list[tuple[str, str | Promise]] = []
    fixed: list[tuple[str, str | Promise]] = []
    for grain in told.declared.grains:
        latest, before = _MOVING[grain]
        moving += [(f"{grain}:latest", latest), (f"{grain}:year_before", before)]
        for period in periods_with_value(told, snapshot, area, grain):
            fixed.append((f"{grain}:{period}", period.in_danish()))
    if kept and kept not in dict([*moving, *fixed]):
        fixed.append((kept, Period.parse(kept.partition(":")[2]).in_danish()))
    return [*moving, *fixed]


def own_area(told: Indicator, case: Case) -> str:
    """The committee of the case as the field "Only" has it; "" where the store knows it not."""
    if "committee" not in told.declared.by:
        return ""
    own = str(case.body)
    known = members_of(told, "committee", case.municipality)
    return next((f"committee={each}" for each in known if each.casefold() == own.casefold()), "")


_MOVING: dict[Grain, tuple[Promise, Promise]] = {
    Grain.YEAR: (_("The newest year (follows the data)"), _("The year before the newest")),
    Grain.QUARTER: (
        _("The newest quarter (follows the data)"),
        _("The same quarter a year before the newest"),
    ),
    Grain.MONTH: (
        _("The newest month (follows the data)"),
        _("The same month a year before the newest"),
    ),
}
