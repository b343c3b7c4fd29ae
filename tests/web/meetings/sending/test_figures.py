"""What is sent stands: the figures of its cases are frozen with it, and told in the minutes."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sagsgang.figures.observation import Observation, Origin, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.store import stage
from sagsgang.web.cases.figures.asking import Asked
from sagsgang.web.cases.figures.services import FigureInput, figure_insert
from sagsgang.web.cases.models import Case, FrozenFigure
from sagsgang.web.figures.selectors import store
from sagsgang.web.meetings.compose import meeting_compose
from sagsgang.web.meetings.figures.panels import figures_given_out
from sagsgang.web.meetings.sending.services import agenda_send

from .conftest import LAST_DAY, at, fresh

pytestmark = pytest.mark.django_db


def load(changed: int, day: int) -> None:
    counts = {"upheld": 70, "changed": changed, "remitted": 0}
    with stage() as staged:
        staged.add(
            (
                Observation(
                    f"appeals.{name}", "ny", Period.parse("2025"), Decimal(count), Unit.COUNT
                ),
                name,
            )
            for name, count in counts.items()
        )
        moment = datetime(2026, 2, day, 9, tzinfo=UTC)
        origin = Origin("Ankestyrelsen", f"anker-{day}.csv", f"{day:064}", moment)
        store().add(staged, origin, at=moment, is_confirmed=True)


@pytest.fixture
def item(meeting, on_agenda, world):
    load(30, 1)
    item = on_agenda(meeting)
    case = item.stop.case
    officer = world.people["case_officer"]
    Case.objects.filter(pk=case.pk).update(state="draft")
    figure_insert(
        actor=officer,
        case=case,
        wanted=FigureInput(Asked("reversal_rate")),
        section=case.sections.first(),
    )
    Case.objects.filter(pk=case.pk).update(state="approved")
    return item


def test_the_agenda_freezes_what_it_says(item, meeting, secretary, clock):
    clock.move_to(at(LAST_DAY))
    version = agenda_send(actor=secretary, meeting=fresh(meeting))
    frozen = FrozenFigure.objects.get()
    assert (frozen.because, frozen.meeting, frozen.version) == ("agenda", meeting.pk, 1)
    assert frozen.shown["sources"][0]["file_name"] == "anker-1.csv"
    told = next(each for each in version.content["items"] if each["key"] == item.pk)
    assert told["case"]["content"]["figures"][0]["shown"] == frozen.shown
    load(70, 2)
    (row,) = figures_given_out(item, item.stop.case)
    assert row.told == "omgørelsesprocent på 30,0 pct."
    assert (row.newer.was, row.newer.now) == ("30,0 pct.", "50,0 pct.")


def test_the_minutes_tell_where_the_figure_comes_from(item, meeting, secretary, clock):
    before = meeting_compose(fresh(meeting)).minutes
    (figure,) = next(each for each in before.items if each.figures).figures
    assert figure.frozen_at is None
    clock.move_to(at(LAST_DAY))
    version = agenda_send(actor=secretary, meeting=fresh(meeting))
    load(70, 2)
    minutes = meeting_compose(fresh(meeting), version.content).minutes
    (figure,) = next(each for each in minutes.items if each.figures).figures
    assert (figure.value, figure.unit, figure.period) == (Decimal(30), "percent", "2025")
    assert figure.text == "omgørelsesprocent på 30,0 pct."
    assert figure.area == "Ny Kommune"
    assert [each.file_sha256 for each in figure.sources] == [f"{1:064}"]
    assert figure.frozen_at == at(LAST_DAY)
    assert figure.is_public
