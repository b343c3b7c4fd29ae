"""The example's appropriation revisions and the statements of its cases."""

from decimal import Decimal
from typing import Any

from sagsgang.figures.appropriation import (
    AppropriationStatement,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
)
from sagsgang.web.bodies.services import municipality_settings_change
from sagsgang.web.cases.appropriation.round_services import round_save
from sagsgang.web.cases.appropriation.rounds import USUAL_MONTHS, days_suggested, rounds_of
from sagsgang.web.cases.appropriation.services import appropriation_save
from sagsgang.web.cases.models import AppropriationRound, Case
from sagsgang.web.example.building.town import Town


def rounds_build(town: Town) -> None:
    """The municipality balances over the period, and has this year's revisions on the days that
    its meeting plan suggests.
    """
    actor, municipality, year = town.administrator, town.municipality, town.today.year
    municipality_settings_change(actor=actor, municipality=municipality, balance="period")
    for number in USUAL_MONTHS:
        days = days_suggested(municipality, year, number)
        round_save(
            actor=actor,
            municipality=municipality,
            name=_name(number),
            year=year,
            committees_from=days.committees_from,
            committees_to=days.committees_to,
            finance_committee_on=days.finance_committee_on,
            council_on=days.council_on,
        )


def statement_write(town: Town, case: Case, told: dict[str, Any]) -> None:
    """The appropriation statement that the file of the case tells, written by its officer."""
    columns = tuple(Column(label, years) for label, years in told["columns"])
    statement = AppropriationStatement(
        columns=columns,
        granted=tuple(
            GrantedRow(GrantedKind(kind), area, _amounts(amounts, len(columns)), str(case.body))
            for kind, area, amounts in told["granted"]
        ),
        financing=tuple(
            FinancingRow(FinancingKind(kind), source, _amounts(amounts, len(columns)))
            for kind, source, amounts in told["financing"]
        ),
        price_level=told["price_level"],
    )
    appropriation_save(
        actor=case.officer,
        case=case,
        statement=statement,
        based_on=0,
        round=_round(town, told["round"]),
    )


def _name(number: int) -> str:
    return f"{number}. bevillingsrevision"


def _round(town: Town, number: int) -> AppropriationRound:
    return rounds_of(town.municipality.pk).get(year=town.today.year, name=_name(number))


def _amounts(told: list[int], columns: int) -> tuple[Decimal | None, ...]:
    """What is told, and nothing filled in after it."""
    amounts: list[Decimal | None] = [Decimal(each) for each in told]
    return tuple(amounts + [None] * (columns - len(amounts)))
