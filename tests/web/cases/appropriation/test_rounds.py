"""The calendar of appropriation revisions, and the overview of all statements of one."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from sagsgang.figures.appropriation import (
    AppropriationStatement,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
    column_sums,
)
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import PlannedMeeting, Role
from sagsgang.web.cases.appropriation.round_services import round_delete, round_save
from sagsgang.web.cases.appropriation.rounds import Days, days_suggested, round_overview
from sagsgang.web.cases.appropriation.services import appropriation_save
from sagsgang.web.cases.models import AppropriationRound
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db


def statement(
    amount: int, price_level: int | None = 2026, financing: int | None = None
) -> AppropriationStatement:
    paid = -amount if financing is None else financing
    return AppropriationStatement(
        (Column("2026"), Column("2027-2029", 3)),
        (GrantedRow(GrantedKind.OPERATING, "12", (Decimal(amount), None), ""),),
        (FinancingRow(FinancingKind.CASH_BALANCE, "", (Decimal(paid), None)),),
        price_level=price_level,
    )


@pytest.fixture
def revision(world) -> AppropriationRound:
    return round_save(
        actor=world.people["administrator"],
        municipality=world.municipality,
        name="2. bevillingsrevision",
        year=2026,
        finance_committee_on=date(2026, 8, 19),
        council_on=date(2026, 8, 26),
    )


@pytest.fixture
def stated(world, revision):
    """A case of a committee with a statement in the revision; the officer works for both."""

    def _stated(amount, body="Havneudvalget", **more):
        committee = world.body(body)
        officer = world.people["case_officer"]
        case = world.case(
            title=f"Penge til {body}", body=committee, has_financial_implications=True
        )
        appropriation_save(
            actor=officer,
            case=case,
            statement=statement(amount, **more),
            based_on=0,
            round=revision,
        )
        return case

    return _stated


def as_user(world, who: str) -> Client:
    client = Client()
    client.force_login(world.people[who])
    return client


def test_the_statements_of_a_revision_are_gathered(world, revision, stated):
    stated(100)
    stated(-30, "Skoleudvalget")
    found = round_overview(user=world.people["case_officer"], round=revision)
    assert [row.committee for row in found.whole.granted] == ["Havneudvalget", "Skoleudvalget"]
    assert [row.amounts[0] for row in found.whole.granted] == [100, -30]
    assert [row.amounts[0] for row in found.whole.financing] == [-70]
    assert column_sums(found.whole) == (0, None)
    assert found.hidden == 0


def test_what_one_may_not_read_is_left_out_and_counted(world, revision, stated):
    stated(100)
    stated(7, "Skoleudvalget")
    found = round_overview(user=world.people["manager"], round=revision)
    assert [row.committee for row in found.whole.granted] == ["Havneudvalget"]
    assert found.hidden == 1
    page = as_user(world, "manager").get(reverse("cases:round", args=[revision.pk]))
    assert "1 påtegning er udeladt" in page.content.decode()
    assert "Skoleudvalget" not in page.content.decode()


def overview_page(world, revision, who="case_officer") -> str:
    page = as_user(world, who).get(reverse("cases:round", args=[revision.pk]))
    return page.content.decode()


def test_a_revision_with_all_its_statements_balances(world, revision, stated):
    stated(100)
    page = overview_page(world, revision)
    assert "Den går op" in page
    assert "Alle udvalg" in page
    assert "udeladt" not in page


def test_no_balance_is_claimed_for_what_is_left_out(world, revision, stated):
    stated(100)
    stated(7, "Skoleudvalget")
    page = overview_page(world, revision, "manager")
    assert "Den går op" not in page
    assert "Det, der står i tabellen, går op" in page
    assert "1 påtegning er udeladt, fordi du ikke må læse sagen." in page
    assert "Alle udvalg" not in page
    answer = as_user(world, "manager").get(reverse("cases:round_csv", args=[revision.pk]))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[-1].startswith("1 påtegning er udeladt")


def test_a_withdrawn_case_is_said_to_be_left_out(world, revision, stated):
    stated(100)
    gone = stated(7, "Skoleudvalget")
    gone.state = "withdrawn"
    gone.save()
    page = overview_page(world, revision)
    assert "Den går op" not in page
    assert "1 påtegning er udeladt, fordi sagen er trukket tilbage." in page
    # Who may not read the case is not told of it.
    assert "trukket tilbage" not in overview_page(world, revision, "manager")


def test_statements_that_only_balance_together_are_told_apart(world, revision, stated):
    stated(100, financing=-90)
    stated(50, "Skoleudvalget", financing=-60)
    page = overview_page(world, revision)
    assert "Den går op" not in page
    assert "2 påtegninger går ikke op hver for sig" in page
    assert "2026: der mangler finansiering for 10 t.kr." in page


def test_statements_that_differ_are_named(world, revision, stated):
    stated(100)
    stated(7, "Skoleudvalget", price_level=None)
    found = round_overview(user=world.people["case_officer"], round=revision)
    assert found.whole is None
    assert "løbende priser" in found.refused
    client = as_user(world, "case_officer")
    page = client.get(reverse("cases:round", args=[revision.pk])).content.decode()
    assert "Penge til Skoleudvalget" in page
    assert client.get(reverse("cases:round_csv", args=[revision.pk])).status_code == 404


def test_a_withdrawn_case_is_not_counted(world, revision, stated):
    case = stated(100)
    case.state = "withdrawn"
    case.save()
    assert round_overview(user=world.people["case_officer"], round=revision).gathered == ()


def test_the_file_for_a_spreadsheet(world, revision, stated):
    stated(1100)
    answer = as_user(world, "case_officer").get(reverse("cases:round_csv", args=[revision.pk]))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1] == "Havneudvalget;Drift;12;1100;"
    assert lines[-1].startswith(";Bevilling og finansiering i alt;;0")


def test_the_plan_suggests_the_days(world):
    days = {
        "Byrådet": (date(2026, 8, 12), date(2026, 8, 26)),
        "Økonomiudvalget": (date(2026, 8, 19), date(2026, 9, 2)),
        "Havneudvalget": (date(2026, 8, 11), date(2026, 8, 18)),
        "Skoleudvalget": (date(2026, 8, 13),),
    }
    for name, meetings in days.items():
        for day in meetings:
            at = datetime(day.year, day.month, day.day, 14, tzinfo=UTC)
            PlannedMeeting.objects.create(body=world.body(name), starts_at=at)
    assert days_suggested(world.municipality, 2026, 2) == Days(
        date(2026, 8, 11), date(2026, 8, 13), date(2026, 8, 19), date(2026, 8, 26)
    )
    assert days_suggested(world.municipality, 2026, 1) == Days()


def test_days_out_of_order_and_the_same_name_are_refused(world, revision):
    given = {
        "actor": world.people["administrator"],
        "municipality": world.municipality,
        "year": 2026,
    }
    with pytest.raises(Refusal):
        round_save(**given, name="2. bevillingsrevision")
    with pytest.raises(Refusal) as refused:
        round_save(
            **given,
            name="3. bevillingsrevision",
            committees_from=date(2026, 11, 10),
            council_on=date(2026, 11, 3),
        )
    assert refused.value.field == "council_on"


@pytest.mark.parametrize("who", ["case_officer", "finance_reviewer", "member", "stranger"])
def test_only_who_plans_edits_the_calendar(world, revision, who):
    with pytest.raises(PermissionDenied):
        round_save(
            actor=world.people[who],
            municipality=world.municipality,
            name="Min egen",
            year=2026,
        )


def test_a_secretary_changes_the_days_once(world, revision):
    client = as_user(world, "secretary")
    address = reverse("cases:round_change", args=[revision.pk])
    data = {
        "operation": str(uuid.uuid4()),
        "name": "2. bevillingsrevision",
        "year": "2026",
        "council_on": "2026-08-27",
    }
    assert client.post(address, data).status_code == 303
    revision.refresh_from_db()
    assert revision.council_on == date(2026, 8, 27)
    assert as_user(world, "member").get(address).status_code == 404


def test_an_empty_revision_is_deleted_once_asked(world, revision):
    client = as_user(world, "secretary")
    change = reverse("cases:round_change", args=[revision.pk])
    assert "Slet revisionen" in client.get(change).content.decode()
    address = reverse("cases:round_delete", args=[revision.pk])
    assert client.get(address).status_code == 405
    answer = client.post(address, {"operation": str(uuid.uuid4())}, follow=True)
    assert "2. bevillingsrevision 2026 er slettet." in answer.content.decode()
    assert not AppropriationRound.objects.exists()
    assert Event.objects.filter(code="appropriation_round_deleted").count() == 1


def test_a_revision_with_a_statement_stays(world, revision, stated):
    stated(100)
    client = as_user(world, "secretary")
    change = reverse("cases:round_change", args=[revision.pk])
    page = client.get(change).content.decode()
    assert reverse("cases:round_delete", args=[revision.pk]) not in page
    assert "1 bevillingspåtegning hører til den" in page
    address = reverse("cases:round_delete", args=[revision.pk])
    answer = client.post(address, {"operation": str(uuid.uuid4())}, follow=True)
    assert "1 bevillingspåtegning hører til den" in answer.content.decode()
    assert AppropriationRound.objects.exists()


def test_a_statement_that_was_taken_out_of_its_case_holds_no_revision(world, revision, stated):
    case = stated(100)
    empty = AppropriationStatement((Column("2026"),), (), ())
    officer = world.people["case_officer"]
    appropriation_save(actor=officer, case=case, statement=empty, based_on=1, round=revision)
    round_delete(actor=world.people["administrator"], row=revision)
    assert not AppropriationRound.objects.exists()
    case.appropriation_statement.refresh_from_db()
    assert case.appropriation_statement.round is None


@pytest.mark.parametrize("who", ["case_officer", "finance_reviewer", "member", "stranger"])
def test_only_who_plans_deletes_a_revision(world, revision, who):
    with pytest.raises(PermissionDenied):
        round_delete(actor=world.people[who], row=revision)
    address = reverse("cases:round_delete", args=[revision.pk])
    answer = as_user(world, who).post(address, {"operation": str(uuid.uuid4())})
    assert answer.status_code in (403, 404)
    assert AppropriationRound.objects.exists()


def test_a_revision_of_another_municipality_is_refused(world, stated, revision):
    case = stated(100)
    world.assign(world.people["case_officer"], Role.CASE_OFFICER)
    foreign = AppropriationRound(municipality_id=world.municipality.pk + 1, name="1.", year=2026)
    with pytest.raises(Refusal):
        appropriation_save(
            actor=world.people["case_officer"],
            case=case,
            statement=statement(5),
            based_on=1,
            round=foreign,
        )
