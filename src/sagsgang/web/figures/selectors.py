"""What is read: the store, and figures out of it."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import cast, get_args

from django.conf import settings

from sagsgang.figures.engine import Answer, Question, compute
from sagsgang.figures.store import Store
from sagsgang.figures.wording import HouseStyle
from sagsgang.language.money import Scale
from sagsgang.reference.municipalities import municipality_named
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.selectors import municipality_settings_get


def store() -> Store:
    """The store of this installation."""
    return _store(Path(settings.SAGSGANG_DATA) / "figures")


@cache
def _store(folder: Path) -> Store:
    return Store(folder)


def area_of(municipality: Municipality) -> str:
    """What the municipality is called in observations: its code, or its slug where it has none."""
    known = municipality_named(municipality.name)
    return known.code if known else municipality.slug


def house_style(municipality: Municipality) -> HouseStyle:
    """How the municipality tells money in a sentence; as most do where it has not said."""
    told = municipality_settings_get(municipality)
    known = told.money_unit in get_args(Scale)
    return HouseStyle(
        cast(Scale, told.money_unit) if known else HouseStyle().scale, told.money_decimals
    )


def figures_ask(question: Question, at: datetime | None = None) -> Answer:
    """The figures as they are now, or as they were at a moment. Raises CannotCompute."""
    return compute(store().snapshot(at), question)
