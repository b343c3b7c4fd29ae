"""A draft follows the data; what was frozen does not, and says so."""

from datetime import UTC, datetime

import pytest

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.figures.content import figures_content
from sagsgang.web.cases.figures.pages import again_of
from sagsgang.web.cases.figures.selectors import figure_rows, newer_of_content
from sagsgang.web.cases.figures.services import (
    figure_insert,
    figures_freeze,
    figures_refresh,
)
from sagsgang.web.cases.figures.style import style_of
from sagsgang.web.cases.models import CaseState, FrozenFigure
from sagsgang.web.cases.services import case_reuse, case_text_save

from .conftest import FIRST

pytestmark = pytest.mark.django_db

#: 80 of 200 in 2025 instead of 60.
LATER = FIRST | {("2025", "Serviceloven"): (30, 45, 25)}
#: 25 of 100 in 2026.
NEXT = {("2026", "Serviceloven"): (75, 15, 10)}


@pytest.fixture
def officer(world):
    return world.people["case_officer"]


@pytest.fixture
def section(case, officer, number):
    figure_insert(actor=officer, case=case, wanted=number, section=case.sections.first())
    return case.sections.first()


def test_changed_data_change_the_text_and_leave_a_version(case, officer, section, load):
    assert figures_refresh(actor=officer, case=case) == []
    load(LATER, day=13)
    rows = figure_rows(officer, case)
    assert (rows[0].newer.was, rows[0].newer.now) == ("30,0 pct.", "40,0 pct.")
    changed = figures_refresh(actor=officer, case=case)
    assert [row.key for row in changed] == ["t1"]
    section.refresh_from_db()
    assert "på 40,0 pct." in section.html
    assert figure_rows(officer, case)[0].newer is None
    event = Event.objects.get(code="case_figures_refreshed")
    assert event.details["figures"] == ["t1"]
    assert figures_refresh(actor=officer, case=case) == []


def test_a_newer_year_moves_what_follows_the_data(case, officer, section, load):
    load(NEXT, day=13)
    newer = figure_rows(officer, case)[0].newer
    assert (newer.was, newer.now) == ("30,0 pct. (2025)", "25,0 pct. (2026)")
    figures_refresh(actor=officer, case=case)
    section.refresh_from_db()
    assert "på 25,0 pct." in section.html


def test_who_is_writing_meanwhile_goes_on_and_takes_the_newer_figure(case, officer, section, load):
    written = section.html.replace("to skure", "tre skure")
    load(LATER, day=13)
    figures_refresh(actor=officer, case=case)
    saved = case_text_save(actor=officer, case=case, section=section, html=written, based_on=2)
    assert saved.kept is None
    assert "tre skure" in saved.section.html
    assert "på 40,0 pct." in saved.section.html


def test_what_was_frozen_stands_and_newer_data_are_seen(case, officer, section, load):
    kept = figures_content(case)["figures"]
    moment = datetime(2026, 5, 13, tzinfo=UTC)

    def freeze(version):
        return figures_freeze(
            actor=officer,
            case=case,
            figures=kept,
            because="agenda",
            meeting=7,
            version=version,
            place="Havneudvalget 20-05-2026",
            at=moment,
        )

    assert len(freeze(1)) == 1
    assert freeze(1) == []
    assert newer_of_content(kept[0], case) is None
    load(LATER, day=14)
    assert newer_of_content(kept[0], case).now == "40,0 pct."
    frozen = FrozenFigure.objects.get()
    assert frozen.shown["rows"][-1]["cells"][-1]["value"] == "30"
    style = style_of(case.municipality)
    assert again_of(frozen.shown, case, style).agrees
    tampered = frozen.shown | {"rows": [{"group": {}, "cells": [{"value": "31", "missing": None}]}]}
    again = again_of(tampered, case, style)
    assert not again.agrees
    assert "30,0" in again.now
    assert len(freeze(2)) == 1


def test_genbrug_renews_and_tells_what_changed(case, officer, section, load):
    load(NEXT, day=13)
    case.state = CaseState.CLOSED
    case.save()
    new = case_reuse(actor=officer, earlier=case, title="Igen")
    html = new.sections.first().html
    assert '<data value="t1">omgørelsesprocent på 25,0 pct.</data>' in html
    assert new.figures.get().renewed_from == "omgørelsesprocent på 30,0 pct. (2025)"
    assert "på 30,0 pct." in case.sections.first().html


def test_the_same_figure_in_another_case_is_the_same_figure(case, officer, section, world, number):
    other = world.case(title="Anden", number="15.00.00-A00-2-26")
    figure_insert(actor=officer, case=other, wanted=number, section=other.sections.first())
    assert [each.title for each in figure_rows(officer, case)[0].same_in] == ["Anden"]
    assert case.figures.get().shown["rows"] == other.figures.get().shown["rows"]
    body = world.body("Byrådet")
    other.body, other.officer = body, world.people["stranger"]
    other.save()
    assert figure_rows(officer, case)[0].same_in == ()
