"""How a statement is kept: as JSON with its case, and as text in a section of the case."""

import re
from decimal import Decimal
from typing import Any

from django.db.models import F

from sagsgang.figures.appropriation import (
    AppropriationStatement,
    BalanceMode,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
    Unit,
)
from sagsgang.minutes import SectionKind
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.cases.appropriation.table import statement_html
from sagsgang.web.cases.models import AppropriationStatement as StatementRow
from sagsgang.web.cases.models import Case, Section
from sagsgang.web.cases.richtext.sanitise import sanitise

HEADING = "Bevillingspåtegning"
_NUMBERED = re.compile(r"<p>Tabel ([0-9]{1,3})\b")


def statement_row(case: Case) -> StatementRow | None:
    """What is kept of the case's statement, as it is now."""
    found = StatementRow.objects.filter(case=case)
    return found.select_related("section", "round", "changed_by").first()


def statement_of(row: StatementRow, case: Case) -> AppropriationStatement:
    """The statement that is kept; its rows are of the case's committee."""
    return as_statement(row.content, str(case.body))


def as_content(statement: AppropriationStatement) -> dict[str, Any]:
    """The statement as JSON; amounts are text, so that no digit is lost."""

    def told(amounts: tuple[Decimal | None, ...]) -> list[str | None]:
        return [None if amount is None else f"{amount:f}" for amount in amounts]

    return {
        "unit": statement.unit.value,
        "price_level": statement.price_level,
        "columns": [
            {"label": column.label, "years": column.years_covered} for column in statement.columns
        ],
        "granted": [
            {
                "kind": row.kind.value,
                "policy_area": row.policy_area,
                "amounts": told(row.amounts),
            }
            for row in statement.granted
        ],
        "financing": [
            {"kind": row.kind.value, "source": row.source, "amounts": told(row.amounts)}
            for row in statement.financing
        ],
    }


def as_statement(content: dict[str, Any], committee: str) -> AppropriationStatement:
    """The statement that `as_content` wrote down."""

    def read(amounts: list[str | None]) -> tuple[Decimal | None, ...]:
        return tuple(None if amount is None else Decimal(amount) for amount in amounts)

    return AppropriationStatement(
        columns=tuple(Column(each["label"], each["years"]) for each in content["columns"]),
        granted=tuple(
            GrantedRow(
                GrantedKind(row["kind"]), row["policy_area"], read(row["amounts"]), committee
            )
            for row in content["granted"]
        ),
        financing=tuple(
            FinancingRow(FinancingKind(row["kind"]), row["source"], read(row["amounts"]))
            for row in content["financing"]
        ),
        unit=Unit(content["unit"]),
        price_level=content["price_level"],
    )


def balance_mode(municipality: int) -> BalanceMode:
    """Whether the municipality balances each year or over the period."""
    kept = MunicipalitySettings.objects.filter(municipality=municipality)
    return BalanceMode(kept.values_list("balance", flat=True).first() or BalanceMode.YEAR)


def row_write(
    case: Case, row: StatementRow | None, statement: AppropriationStatement, actor: Any
) -> StatementRow:
    """Keep the statement (not saved before: `row` is None) and write its section of the case. The
    caller has the case locked, and keeps the version and the event.
    """
    if row is None:
        row = StatementRow(case=case, section=_section_made(case), revision=0)
    row.content = as_content(statement)
    row.revision += 1
    row.changed_by = actor
    row.save()
    section_write(case, row, actor)
    return row


def section_write(case: Case, row: StatementRow, actor: Any) -> None:
    """Let the section say what is kept; one without amounts says nothing."""
    section = row.section
    statement = statement_of(row, case)
    html = ""
    if not statement.is_empty:
        number = _table_number(case, section)
        html = sanitise(statement_html(statement, balance_mode(case.municipality_id), number))
    if html != section.html:
        section.html, section.changed_by = html, actor
        section.revision += 1
        section.save(update_fields=["html", "changed_by", "revision", "changed_at"])


def _section_made(case: Case) -> Section:
    """A section below the financial one, or at the end where there is none."""
    sections = list(Section.objects.select_for_update().filter(case=case))
    above = [row for row in sections if row.kind == SectionKind.FINANCIAL_IMPLICATIONS]
    last = (above or sections or [None])[-1]
    order = last.order + 1 if last else 1
    Section.objects.filter(case=case, order__gte=order).update(order=F("order") + 1)
    return Section.objects.create(
        case=case,
        order=order,
        heading=HEADING,
        # Of its own kind: the finance statement is printed once, under the section above.
        kind=SectionKind.OTHER,
        level=2 if above else 1,
        is_public=last.is_public if above and last else True,
    )


def _table_number(case: Case, own: Section) -> int:
    """The number after those that the tables of the case's other sections have."""
    others = Section.objects.filter(case=case).exclude(pk=own.pk).values_list("html", flat=True)
    return max((int(each) for html in others for each in _NUMBERED.findall(html)), default=0) + 1
