"""A report is put together by an analyst, released as editions that stay, reaches the agenda."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse
from lxml import html
from tests.figures.small_store import appeals, filled, observation

from sagsgang.figures.observation import Unit
from sagsgang.figures.registry import all_indicators
from sagsgang.minutes import SectionKind
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Role
from sagsgang.web.cases.models import Case, CaseKind
from sagsgang.web.figures.models import Report, ReportRelease

REPORTS = "/ledelsesinformation/rapporter/"


def _post(client, address, **given):
    return client.post(address, {"operation": uuid4(), **given})


def _words(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


@pytest.fixture
def analyst(figures, signed_in, monkeypatch):
    monkeypatch.setattr("sagsgang.web.figures.report.reading.area_of", lambda home: "ny")
    return signed_in(figures.people["analyst"])


@pytest.fixture
def report(figures, analyst):
    body = figures.bodies["Havneudvalget"]
    made = _post(analyst, f"{REPORTS}ny/", title="Ankesager", body=body.pk)
    assert made.status_code == 303
    found = Report.objects.get()
    section = {
        "title": "Omgørelse efter lov",
        "indicator": "reversal_rate",
        "grain": "year",
        "count": 2,
        "by": "law",
        "has_picture": "on",
        "has_table": "on",
        "words": "Færre sager blev lavet om.",
    }
    assert _post(analyst, f"{REPORTS}{found.pk}/afsnit/ny/", **section).status_code == 303
    return found


def _release(client, report, period="2025", **given):
    return _post(client, f"{REPORTS}{report.pk}/vis/", period=period, **given)


def test_it_is_seen_for_a_period_and_released(analyst, report, figures, signed_in):
    seen = _words(analyst.get(f"{REPORTS}{report.pk}/vis/", {"period": "2025"}))
    assert "26,6 pct. i 2025: faldt 5,0 pct. point siden 2024." in seen
    assert "Færre sager blev lavet om." in seen
    answer = _release(analyst, report)
    release = ReportRelease.objects.get()
    assert answer["Location"] == reverse("figures:release", args=[release.pk])
    told = _words(signed_in(figures.people["member"]).get(answer["Location"]))
    assert "Ankesager, 2025" in told
    assert "Udgave 1, frigivet" in told
    assert "26,6 pct. i 2025" in told
    assert "Tal til og med 2025, hentet 15. januar 2026." in told
    event = Event.objects.get(code="report_released")
    assert event.details == {"is_for_agenda": False, "sha256": release.sha256}
    assert not Case.objects.exists()


def test_nothing_released_changes_and_a_correction_is_a_new_edition(
    analyst, report, figures, signed_in
):
    first = _release(analyst, report)["Location"]
    before = analyst.get(first).content
    unit = next(iter(appeals())).unit
    later = [observation("appeals.upheld", "2025", 90, unit, law="LAB")]
    filled(Path(settings.SAGSGANG_DATA) / "figures", later)
    section = report.sections.get()
    section.words = "Andre ord."
    section.save()
    again = _release(analyst, report)
    assert again.status_code == 400
    assert "Skriv, hvorfor den frigives igen." in _words(again)
    second = _release(analyst, report, reason="Flere sager er kommet med.")["Location"]
    told = _words(analyst.get(second))
    assert "Andre ord." in told
    assert "Flere sager er kommet med." in told
    old = _words(analyst.get(first))
    assert "Færre sager blev lavet om." in old
    assert "26,6 pct. i 2025" in old
    assert "Der er en nyere udgave af samme periode" in old
    assert b"26,6" in before
    release = ReportRelease.objects.get(number=1)
    with pytest.raises(TypeError, match="does not change"):
        release.save()


def test_it_becomes_a_case_of_briefing_for_the_body(analyst, report, figures):
    figures.template.sections.create(
        order=1, heading="Sagsfremstilling", kind=SectionKind.PRESENTATION
    )
    answer = _release(analyst, report, is_for_agenda="on")
    case = Case.objects.get()
    assert (case.title, case.kind) == ("Ankesager, 2025", CaseKind.BRIEFING)
    assert case.body == figures.bodies["Havneudvalget"]
    text = " ".join(section.html for section in case.sections.all())
    assert "Færre sager blev lavet om." in text
    assert "<table" in text
    assert "26,6" in text
    page = html.fromstring(analyst.get(answer["Location"]).content.decode())
    assert reverse("cases:case", args=[case.pk]) in page.xpath("//main//a/@href")


def test_what_cannot_be_is_said(analyst, report):
    assert "Vælg en periode" in _words(_release(analyst, report, period="sommer"))
    assert "Der er ingen tal til og med 1999." in _words(_release(analyst, report, period="1999"))
    wrong = _post(
        analyst,
        f"{REPORTS}{report.pk}/afsnit/ny/",
        title="X",
        indicator="reversal_rate",
        grain="month",
        count=2,
    )
    assert "opgøres pr. år, ikke pr. måned" in _words(wrong)
    other = {"title": "X", "indicator": "reversal_rate", "grain": "year", "count": 2}
    answer = _post(analyst, f"{REPORTS}{report.pk}/afsnit/ny/", by="committee", **other)
    assert "Nøgletallet kan deles op efter: lov" in _words(answer)
    assert not ReportRelease.objects.exists()


def test_a_section_is_changed_and_taken_out(analyst, report):
    section = report.sections.get()
    here = f"{REPORTS}{report.pk}/afsnit/{section.pk}/"
    assert "Færre sager" in _words(analyst.get(here))
    _post(analyst, here, title="Nyt navn", indicator="reversal_rate", grain="year", count=3)
    section.refresh_from_db()
    assert (section.title, section.count, section.has_picture) == ("Nyt navn", 3, False)
    _post(analyst, f"{here}fjern/")
    assert not report.sections.exists()
    assert "ingen afsnit" in _words(analyst.get(f"{REPORTS}{report.pk}/"))
    _post(analyst, f"{REPORTS}{report.pk}/ret/", title="Anker", body="")
    report.refresh_from_db()
    assert (report.title, report.body) == ("Anker", None)


def test_only_an_analyst_writes_and_releases(figures, report, signed_in, client):
    for key in ("case_officer", "manager", "finance_reviewer", "secretary", "member"):
        other = signed_in(figures.people[key])
        assert other.get(REPORTS).status_code == 200
        assert "Ankesager" not in _words(other.get(REPORTS)), "it has no edition yet"
        assert other.get(f"{REPORTS}ny/").status_code == 403
        for address in ("", "ret/", "vis/", "afsnit/ny/"):
            assert other.get(f"{REPORTS}{report.pk}/{address}").status_code == 404
        assert _release(other, report).status_code == 404
    assert signed_in(figures.people["stranger"]).get(REPORTS).status_code == 403
    assert client.get(REPORTS).status_code == 302
    assert figures.people["analyst"].assignments.filter(role=Role.ANALYST).exists()


def _page(answer):
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def _options(page, name):
    return {
        each.get("value"): each.text_content()
        for each in page.xpath(f"//select[@name='{name}']//option")
    }


def test_the_periods_are_those_there_are_figures_of(analyst, report):
    page = _page(analyst.get(f"{REPORTS}{report.pk}/"))
    assert _options(page, "period") == {"2025": "2025", "2024": "2024", "2023": "2023"}
    section = {
        "title": "Afvigelse",
        "indicator": "forecast_outturn",
        "grain": "quarter",
        "count": 2,
        "by": "",
    }
    made = [observation("ledger.forecast_outturn", m, 9, Unit.KR) for m in ("2026M03", "2026M08")]
    filled(Path(settings.SAGSGANG_DATA) / "figures", made)
    _post(analyst, f"{REPORTS}{report.pk}/afsnit/ny/", **section)
    page = _page(analyst.get(f"{REPORTS}{report.pk}/"))
    told = _options(page, "period")
    assert told["2026Q3"] == "3. kvartal 2026"
    assert told["2026M08"] == "august 2026"
    assert "2026Q4" not in told
    assert page.xpath("string(//select[@name='period']//option[@selected]/@value)") == "2026Q3"
    seen = _page(analyst.get(f"{REPORTS}{report.pk}/vis/", {"period": "2025"}))
    assert seen.xpath("string(//select[@name='period']//option[@selected]/@value)") == "2025"
    assert seen.xpath("//form[@method='post']//input[@name='period']/@type") == ["hidden"]


def test_what_it_is_limited_to_is_chosen_from_what_there_is(analyst, report, monkeypatch):
    monkeypatch.setattr("sagsgang.web.figures.information.cards.all_indicators", all_indicators)
    told = [
        observation("ledger.spending", "2025M01", 5, Unit.KR, committee=c, policy_area="Drift")
        for c in ("Havneudvalget", "Økonomiudvalget")
    ]
    filled(Path(settings.SAGSGANG_DATA) / "figures", told)
    page = _page(analyst.get(f"{REPORTS}{report.pk}/afsnit/ny/"))
    assert list(_options(page, "committee")) == ["", "Havneudvalget", "Økonomiudvalget"]
    assert list(_options(page, "policy_area")) == ["", "Drift"]
    section = report.sections.get()
    section.limits = {"committee": "Nedlagt Udvalg"}
    section.save()
    page = _page(analyst.get(f"{REPORTS}{report.pk}/afsnit/{section.pk}/"))
    assert "Nedlagt Udvalg" in _options(page, "committee"), "what was chosen before stays"


def test_a_report_without_figures_says_so(analyst, report):
    report.sections.update(indicator="annual_accounts")
    words = _words(analyst.get(f"{REPORTS}{report.pk}/"))
    assert "Der er ikke indlæst tal til afsnittene." in words
