"""Which words and amounts of a case a finance statement is about, so that a change is seen."""

import hashlib
import json

from sagsgang.language.money import find_money
from sagsgang.minutes import SectionKind
from sagsgang.web.cases.models import AppropriationStatement, Case
from sagsgang.web.cases.services.searchable import plain_text


def money_sha256(case: Case) -> str:
    """The same as long as nothing about money is changed.

    It covers the words of the financial sections, the appropriation statement, the points of the
    recommendation, and every amount in the other sections. Other words may change, and how the
    text is laid out.
    """
    financial, amounts = [], []
    for section in case.sections.all():
        text = plain_text(section.html)
        if section.kind == SectionKind.FINANCIAL_IMPLICATIONS:
            financial.append([section.heading, text])
        else:
            amounts += [str(money.kroner.normalize()) for money in find_money(text)]
    points = [
        [point.number, " ".join(point.text.split()), point.choice] for point in case.points.all()
    ]
    told: list[object] = [financial, points, sorted(amounts)]
    if (statement := _statement(case)) is not None:
        told.append(statement)
    said = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _statement(case: Case) -> object | None:
    """The appropriation statement as it is kept; who lists many cases has selected it with them."""
    known = case._state.fields_cache
    if "appropriation_statement" in known:
        row = known["appropriation_statement"]
        return None if row is None else row.content
    found = AppropriationStatement.objects.filter(case=case)
    return found.values_list("content", flat=True).first()
