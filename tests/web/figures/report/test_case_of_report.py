"""A case made of a released report has live figures, and knows the edition it came from."""

from pathlib import Path

import pytest
from django.urls import reverse
from lxml import html
from tests.figures.small_store import AREA, appeals, filled, observation

from sagsgang.figures.periods import Period
from sagsgang.minutes import SectionKind
from sagsgang.web.cases.figures.services import figures_refresh
from sagsgang.web.cases.models import Case, FigureForm
from sagsgang.web.figures.models import Report, ReportRelease
from sagsgang.web.figures.permissions import ALLOWED
from sagsgang.web.figures.report.writing import report_release

PARTS = {"title": "Omgørelse efter lov", "indicator": "reversal_rate", "grain": "year", "count": 2}


@pytest.fixture
def released(figures, monkeypatch):
    """Release a report of these sections; the case that it became."""
    for place in ("figures.report.reading", "cases.figures.asking", "cases.figures.choosing"):
        monkeypatch.setattr(f"sagsgang.web.{place}.area_of", lambda home: AREA)
    figures.template.sections.create(
        order=1, heading="Sagsfremstilling", kind=SectionKind.PRESENTATION
    )
    analyst = figures.people["analyst"]

    def made(*sections) -> Case:
        report = Report.objects.create(
            municipality=figures.municipality,
            body=figures.bodies["Havneudvalget"],
            title="Ankesager",
            created_by=analyst,
            created_at="2026-02-01T09:00Z",
        )
        for order, section in enumerate(sections, start=1):
            report.sections.create(order=order, **PARTS | section)
        report_release(
            actor=analyst, report=report, period=Period.parse("2025"), is_for_agenda=True
        )
        return Case.objects.get()

    return made


def _text(case):
    return case.sections.get(kind=SectionKind.PRESENTATION).html


def test_its_figures_are_live_with_the_analysts_words_beside_them(released, figures, settings):
    case = released(
        {"by": "law", "words": "Færre sager blev lavet om."},
        {"title": "I alt", "has_picture": False},
        {"title": "Med ord", "has_picture": False, "has_table": False},
    )
    rows = list(case.figures.all())
    assert [row.form for row in rows] == [FigureForm.CHART, FigureForm.TABLE, FigureForm.NUMBER]
    assert [row.period for row in rows] == ["2025", "2025", "2025"]
    assert [row.periods for row in rows] == [2, 2, 1]
    root = html.fromstring(f"<div>{_text(case)}</div>")
    assert root.xpath("//figure/@data-figure") == ["t1", "t2"]
    assert root.xpath("//data/@value") == ["t3"]
    assert root.xpath("//h3/text()") == ["Omgørelse efter lov", "I alt", "Med ord"]
    assert root.xpath("//h3/following-sibling::*[1]")[0].text == "Færre sager blev lavet om."
    cut_off = "I rapporten er tallene til og med 2025, hentet 15. januar 2026."
    assert _text(case).count(cut_off) == 3
    assert "omgørelsesprocent på 26,6 pct." in _text(case)

    unit = next(iter(appeals())).unit
    later = [observation("appeals.upheld", "2025", 90, unit, law="LAB")]
    filled(Path(settings.SAGSGANG_DATA) / "figures", later)
    assert len(figures_refresh(actor=figures.people["analyst"], case=case)) == 3
    assert "26,6" not in _text(case)
    assert "Færre sager blev lavet om." in _text(case)
    assert _text(case).count(cut_off) == 3


def test_what_no_case_can_have_stays_as_text_and_that_is_said(
    released, figures, signed_in, settings
):
    unit = next(iter(appeals())).unit
    earlier = [
        observation(f"appeals.{name}", str(year), 10, unit, law="LAB")
        for year in range(1996, 2023)
        for name in ("upheld", "changed", "remitted")
    ]
    filled(Path(settings.SAGSGANG_DATA) / "figures", earlier)
    case = released({"title": "Lang", "count": 30}, {"title": "Kort"})
    root = html.fromstring(f"<div>{_text(case)}</div>")
    assert root.xpath("//figure/@data-figure") == ["t1"]
    assert len(root.xpath("//table[not(ancestor::figure)]")) == 1
    page = signed_in(figures.people["analyst"]).get(reverse("cases:write", args=[case.pk]))
    said = " ".join(html.fromstring(page.content.decode()).text_content().split())
    assert "Disse afsnit står som tekst. Deres tal følger ikke nyere data:" in said
    assert "Lang: Et tal i en sag går højst 24 perioder tilbage." in said
    assert "Kort: " not in said


def test_the_case_links_to_its_edition_for_those_who_may_see_it(
    released, figures, signed_in, monkeypatch
):
    case = released({})
    edition = reverse("figures:release", args=[ReportRelease.objects.get().pk])
    reader = signed_in(figures.people["analyst"])

    def links(shown):
        page = reader.get(reverse("cases:case", args=[shown.pk]))
        return html.fromstring(page.content.decode()).xpath("//main//a/@href")

    assert edition in links(case)
    other = figures.case(officer=figures.people["analyst"], number="15.00.00-A00-9-26")
    assert edition not in links(other)
    monkeypatch.setitem(ALLOWED, "figures_read", frozenset())
    assert edition not in links(case)
