"""Which words and amounts of a case a finance statement is about, so that a change is seen."""

import hashlib
import json

from sagsgang.language.money import find_money
from sagsgang.minutes import SectionKind
from sagsgang.web.cases.models import Case, Section
from sagsgang.web.cases.selectors import has_form
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
        if _is_about_money(section):
            financial.append([section.heading, text])
        else:
            amounts += [str(money.kroner.normalize()) for money in find_money(text)]
    points = [
        [point.number, " ".join(point.text.split()), point.choice] for point in case.points.all()
    ]
    said = json.dumps([financial, points, sorted(amounts)], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def _is_about_money(section: Section) -> bool:
    if section.kind == SectionKind.OTHER:
        return has_form(section)
    return section.kind == SectionKind.FINANCIAL_IMPLICATIONS
