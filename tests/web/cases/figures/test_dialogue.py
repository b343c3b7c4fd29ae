""" "Indsæt tal" before anything is put in: what it would be, of which periods, of whose area."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.store import stage
from sagsgang.web.cases.figures.asking import Asked, period_of
from sagsgang.web.cases.figures.choosing import period_choices
from sagsgang.web.cases.figures.services import FigureInput, figure_insert
from sagsgang.web.figures.selectors import area_of, store

pytestmark = pytest.mark.django_db

FIELDS = {"form": "chart", "period": "year:latest", "periods": "2", "by": "law", "where": ""}


@pytest.fixture
def address(client, case, world):
    client.force_login(world.people["case_officer"])
    return f"/sager/{case.pk}/tal/indsaet/?afsnit={case.sections.first().pk}"


def looked(client, address, **fields):
    data = FIELDS | {"operation": str(uuid4()), "words": "", "show": "1"} | fields
    return client.post(address, data).content.decode()


def ledger(periods, committees=("Havneudvalget", "Skoleudvalget"), series="spending"):
    """Amounts of a ledger by committee: 1 mio. kr. of each."""
    moment = datetime(2026, 5, 12, 9, tzinfo=UTC)
    with stage() as staged:
        staged.add(
            (
                Observation(
                    f"ledger.{series}",
                    "ny",
                    Period.parse(period),
                    Decimal(1_000_000),
                    Unit.KR,
                    group_of({"committee": committee}),
                ),
                f"{period} {committee}",
            )
            for period in periods
            for committee in committees
        )
        origin = Origin("ledger", f"{'-'.join(periods)}.csv", f"{len(periods):064}", moment)
        store().add(staged, origin, at=datetime.now(UTC), is_confirmed=True)


def test_the_chart_is_shown_before_it_is_put_in(client, address):
    page = looked(client, f"{address}&tal=reversal_rate")
    assert "<svg" in page
    assert "diagram.svg" not in page
    part = looked(client, f"{address}&tal=reversal_rate&del=1")
    assert "<svg" in part


def test_a_number_has_no_chart(client, address):
    assert "<title id=" not in looked(client, f"{address}&tal=reversal_rate", form="number", by="")


@pytest.mark.parametrize(("form", "by"), [("number", ""), ("table", "law"), ("chart", "law")])
def test_the_source_is_told_once(client, address, form, by):
    page = looked(client, f"{address}&tal=reversal_rate", form=form, by=by)
    assert page.count("Kilde: ") == 1


def test_periods_are_offered_when_they_have_begun_and_have_a_value(case, monkeypatch):
    ledger(["2026M01", "2026M02", "2026M12"])
    told = indicator("spending_to_date")
    monkeypatch.setattr(
        "sagsgang.web.cases.figures.asking.timezone.localdate", lambda: date(2026, 3, 1)
    )
    fixed = [code for code, _words in period_choices(told, case.municipality) if "2" in code]
    assert [code for code in fixed if code.startswith("month")] == [
        "month:2026M02",
        "month:2026M01",
    ]
    assert "quarter:2026Q4" not in fixed


@pytest.mark.parametrize(
    ("loaded", "newest"),
    [
        (["2026M01", "2026M02", "2026M12"], "2026M02"),
        # The year's only figure is told for its end: it is not last year's that is wanted.
        (["2025M12", "2026M12"], "2026M12"),
    ],
)
def test_the_newest_period_is_not_ahead_where_its_year_has_another(
    case, monkeypatch, loaded, newest
):
    ledger(loaded, series="supplementary_appropriation")
    monkeypatch.setattr(
        "sagsgang.web.cases.figures.asking.timezone.localdate", lambda: date(2026, 3, 1)
    )
    told, area = indicator("supplementary_appropriations"), area_of(case.municipality)
    asked = Asked(told.id, grain="month")
    assert str(period_of(asked, told, store().snapshot(), area)) == newest


def test_a_period_without_a_value_is_not_offered(case):
    moment = datetime(2026, 5, 13, 9, tzinfo=UTC)
    with stage() as staged:
        # Without those that were changed and remitted there is no share of them.
        upheld = Observation("appeals.upheld", "ny", Period.parse("2023"), Decimal(7), Unit.COUNT)
        staged.add([(upheld, "2023")])
        store().add(staged, Origin("appeals", "2023.csv", "23", moment), at=datetime.now(UTC))
    choices = period_choices(indicator("reversal_rate"), case.municipality)
    assert [code for code, _words in choices[2:]] == ["year:2025", "year:2024"]


def test_a_figure_that_stands_keeps_its_period_when_it_is_changed(client, address, case, world):
    ledger(["2025M12"])
    asked = Asked("spending_to_date", period="2025M12", grain="month")
    officer = world.people["case_officer"]
    figure_insert(
        actor=officer, case=case, wanted=FigureInput(asked), section=case.sections.first()
    )
    ledger(["2026M01"], committees=("Skoleudvalget",))
    page = client.get(f"/sager/{case.pk}/tal/t1/ret/").content.decode()
    assert '<option value="month:2025M12" selected>' in page


def test_the_first_look_is_of_the_committee_of_the_case(client, address):
    ledger(["2026M01"])
    page = client.get(f"{address}&tal=spending_to_date").content.decode()
    assert '<option value="committee=Havneudvalget" selected>' in page
    assert "på 1,0 mio. kr." in page


def test_where_the_store_has_not_the_committee_it_is_of_the_municipality(client, address):
    ledger(["2026M01"], committees=("Skoleudvalget", "Kystudvalget"))
    page = client.get(f"{address}&tal=spending_to_date").content.decode()
    assert "committee=Havneudvalget" not in page
    assert "på 2,0 mio. kr." in page
