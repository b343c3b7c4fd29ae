"""The appropriation statement as a form in the case: typed, counted, saved, never lost."""

import uuid
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from sagsgang.checking import check
from sagsgang.figures.appropriation import (
    AppropriationStatement,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
)
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.cases.appropriation.selectors import appropriation_of, appropriation_problems
from sagsgang.web.cases.appropriation.services import appropriation_save
from sagsgang.web.cases.checks.selectors import case_composed, case_findings
from sagsgang.web.cases.models import AppropriationStatement as StatementRow
from sagsgang.web.cases.models import CaseVersion
from sagsgang.web.cases.review.finance import FinanceState, finance_of
from sagsgang.web.cases.review.finance_services import finance_answer, finance_ask
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.cases.review.obstacles import obstacles_of
from sagsgang.web.cases.selectors import case_content
from sagsgang.web.cases.services import case_reuse, case_text_save, version_restore
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db

LABELS = ("2026", "2027", "2028", "2029-2031")


def numbers(*each: int | None) -> tuple[Decimal | None, ...]:
    return tuple(None if one is None else Decimal(one) for one in each)


def statement(cash=(326, 0, 0, 0)) -> AppropriationStatement:
    drift = GrantedKind.OPERATING
    return AppropriationStatement(
        tuple(Column(label, 3 if "-" in label else 1) for label in LABELS),
        (
            GrantedRow(drift, "12 Borgerservice", numbers(64, 0, 0, 0), "Havneudvalget"),
            GrantedRow(drift, "18", numbers(-5390, 1000, 1000, 3000), "Havneudvalget"),
        ),
        (FinancingRow(FinancingKind.CASH_BALANCE, "01", numbers(*cash)),),
        price_level=2026,
    )


def typed(**more) -> dict:
    return {
        "operation": str(uuid.uuid4()),
        "based_on": "0",
        "unit": "t.kr.",
        "price_level": "2026",
        "column_label": list(LABELS),
        "column_years": ["1", "1", "1", "3"],
        "granted_kind": ["operating", "operating"],
        "granted_name": ["12 Borgerservice", "18"],
        "granted_amount_0": ["64", "-5.390"],
        "granted_amount_1": ["0", "1.000"],
        "granted_amount_2": ["0", "1.000"],
        "granted_amount_3": ["0", "3.000"],
        "financing_kind": ["cash_balance"],
        "financing_name": ["01"],
        "financing_amount_0": ["326"],
        "financing_amount_1": ["0"],
        "financing_amount_2": ["0"],
        "financing_amount_3": ["0"],
        "do": "save",
    } | more


@pytest.fixture
def case(world):
    return world.case(has_financial_implications=True)


@pytest.fixture
def save(world, case):
    def _save(what=None, who="case_officer", based_on=0, **more):
        return appropriation_save(
            actor=world.people[who],
            case=case,
            statement=what or statement(),
            based_on=based_on,
            **more,
        )

    return _save


@pytest.fixture
def over_the_period(world):
    MunicipalitySettings.objects.filter(municipality=world.municipality).update(balance="period")


@pytest.fixture
def client_of(world):
    def _client(who="case_officer"):
        client = Client()
        client.force_login(world.people[who])
        return client

    return _client


@pytest.fixture
def send(client_of, case):
    def _send(data, who="case_officer"):
        return client_of(who).post(reverse("cases:appropriation", args=[case.pk]), data)

    return _send


def test_what_is_typed_stands_in_the_case(case, send, over_the_period, client_of):
    assert send(typed()).status_code == 303
    kept = appropriation_of(case)
    assert kept.statement == statement()
    section = kept.row.section
    assert section.heading == "Bevillingspåtegning"
    assert section.order == case.sections.get(heading="Økonomi").order + 1
    assert "<p>Tabel 1. Bevillingspåtegning, t.kr., pris- og lønniveau 2026</p>" in section.html
    assert "<td>-5.390</td>" in section.html
    assert "går op over perioden 2026 til 2029-2031" in section.html
    page = client_of("member").get(reverse("cases:case", args=[case.pk]))
    assert page.status_code in (200, 404)
    page = client_of().get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "Tabel 1. Bevillingspåtegning" in page
    assert page.count("Økonomipåtegning:") == 0
    assert Event.objects.filter(code="appropriation_saved").count() == 1
    case.refresh_from_db()
    assert "borgerservice" in case.search_text


def test_the_rules_of_the_checks_find_that_it_balances(case, save, over_the_period):
    save()
    assert [each.rule for each in case_findings(case)] == []
    composed = case_composed(case).minutes
    (table,) = composed.items[0].tables
    assert table.caption == "Tabel 1. Bevillingspåtegning, t.kr., pris- og lønniveau 2026"
    verified = [each.statement for each in check(composed).verified if each.rule == "F07"]
    assert verified == ["64 - 5.390 + 1.000 + 1.000 + 3.000 + 326 = 0"]


def test_sent_twice_it_is_saved_once(case, send):
    data = typed()
    send(data)
    send(data)
    assert StatementRow.objects.get(case=case).revision == 1
    assert Event.objects.filter(code="appropriation_saved").count() == 1


@pytest.mark.parametrize(
    ("field", "values", "says"),
    [
        ("granted_amount_0", ["64", "(200)"], "Skriv -200 i stedet for (200)"),
        ("granted_amount_1", ["1,5", "1.000"], "uden komma"),
        ("column_label", ["2026", "2026", "2028", "2029"], "To kolonner hedder 2026"),
        ("column_years", ["1", "1", "1", "mange"], "hvor mange år"),
        ("granted_name", ["", "18"], "politikområde"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(case, send, field, values, says):
    answer = send(typed(**{field: values}))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert says in page
    assert all(f'value="{value}"' in page for value in values if value)
    assert 'value="-5.390"' in page or field == "granted_amount_0"
    assert not StatementRow.objects.exists()


def test_buttons_add_and_remove_without_losing_what_is_typed(send):
    page = send(typed(do="add_granted", granted_amount_0=["(1)", "x"])).content.decode()
    assert page.count('name="granted_kind"') == 3
    assert 'value="(1)"' in page
    assert 'id="granted-name-2"' in page
    page = send(typed(do="remove_granted:0")).content.decode()
    assert page.count('name="granted_kind"') == 1
    assert "12 Borgerservice" not in page
    page = send(typed(do="add_column", column_label=["2026", "2027", "2028", "2029"]))
    assert 'value="2030"' in page.content.decode()
    page = send(typed(do="remove_column:3")).content.decode()
    assert "2029-2031" not in page
    assert 'value="3.000"' not in page
    assert not StatementRow.objects.exists()


def test_counting_tells_the_sums_and_what_is_missing(case, client_of):
    address = reverse("cases:appropriation_count", args=[case.pk])
    told = client_of().post(address, typed()).json()
    assert "-5.000" in told["sums"]
    assert "2027: der mangler finansiering for 1.000 t.kr." in told["balance"]
    told = client_of().post(address, typed(granted_amount_1=["(3)", "1.000"])).json()
    assert "?" in told["sums"]
    assert "Skriv -3" in told["balance"]
    assert not StatementRow.objects.exists()


def test_when_another_was_quicker_what_was_typed_stays_and_can_be_saved(case, save, send):
    save()
    data = typed(based_on="0", granted_amount_0=["65", "-5.390"])
    answer = send(data)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="65"' in page
    assert 'name="based_on" value="1"' in page
    assert appropriation_of(case).statement.granted[0].amounts[0] == 64
    assert send(data | {"operation": str(uuid.uuid4()), "based_on": "1"}).status_code == 303
    assert appropriation_of(case).statement.granted[0].amounts[0] == 65


def test_only_who_may_write_in_the_case_writes_it(case, save, send, world):
    with pytest.raises(PermissionDenied):
        save(who="finance_reviewer")
    assert send(typed(), who="stranger").status_code == 404
    case.state = "sent"
    case.save()
    with pytest.raises(PermissionDenied):
        save(who="case_officer")
    assert save(who="manager") is not None


def test_a_case_without_money_has_no_statement(case, save):
    case.has_financial_implications = False
    case.save()
    with pytest.raises(Refusal):
        save()


def test_what_does_not_balance_is_an_obstacle_with_column_and_amount(case, save):
    save()
    said = [obstacle.text for obstacle in obstacles_of(case)]
    assert any("2027: der mangler finansiering for 1.000 t.kr." in text for text in said)
    MunicipalitySettings.objects.update(balance="period")
    assert not any("Bevillingspåtegningen" in each.text for each in obstacles_of(case))


def test_more_money_needs_financing(case, save, over_the_period):
    drift = GrantedKind.OPERATING
    rows = (GrantedRow(drift, "12", numbers(5, None, None, None), "Havneudvalget"),)
    save(AppropriationStatement(statement().columns, rows))
    (no_financing, missing) = appropriation_problems(case)
    assert "ingen finansiering" in no_financing
    assert "5 t.kr." in missing


def test_a_change_of_an_amount_makes_the_finance_statement_old(case, save, world):
    save()
    finance_ask(case=case, actor=world.people["case_officer"])
    finance_answer(
        case=case,
        actor=world.people["finance_reviewer"],
        shown=money_sha256(case),
        text="Beløbene er afsat.",
    )
    assert finance_of(case).state is FinanceState.VALID
    save(statement((327, 0, 0, 0)), based_on=1)
    assert finance_of(case).state is FinanceState.OUTDATED


def test_the_finance_reviewer_sees_it_where_she_answers(case, save, world, client_of):
    save()
    finance_ask(case=case, actor=world.people["case_officer"])
    page = client_of("finance_reviewer").get(reverse("cases:finance", args=[case.pk]))
    assert "2027: der mangler finansiering for 1.000 t.kr." in page.content.decode()
    assert "Tabel 1. Bevillingspåtegning" in page.content.decode()


def test_its_section_is_not_written_as_text(case, save, world, client_of):
    section = save().section
    with pytest.raises(Refusal):
        case_text_save(
            actor=world.people["case_officer"],
            case=case,
            section=section,
            html="<p>Noget andet.</p>",
            based_on=section.revision,
        )
    page = client_of().get(reverse("cases:write", args=[case.pk])).content.decode()
    assert reverse("cases:appropriation", args=[case.pk]) in page
    assert reverse("cases:text_save", args=[case.pk, section.pk]) not in page


def test_an_earlier_version_brings_the_amounts_back(case, save, world):
    save()
    first = case.versions.order_by("-number").first()
    CaseVersion.objects.filter(pk=first.pk).update(reason=CaseVersion.Reason.SENT)
    save(statement((999, 0, 0, 0)), based_on=1)
    version_restore(actor=world.people["case_officer"], case=case, version=first)
    kept = appropriation_of(case)
    assert kept.statement == statement()
    assert "<td>326</td>" in kept.row.section.html
    assert kept.row.revision == 3


def test_what_was_given_out_stays_as_it_was(case, save):
    save()
    given_out = case_content(case)
    save(statement((999, 0, 0, 0)), based_on=1)
    (printed,) = [s for s in given_out["sections"] if s["heading"] == "Bevillingspåtegning"]
    assert "<td>326</td>" in printed["html"]
    assert given_out["appropriation"]["financing"][0]["amounts"] == ["326", "0", "0", "0"]
    now = case_content(case)
    assert now["appropriation"]["financing"][0]["amounts"][0] == "999"


def test_removed_it_leaves_the_text_and_is_kept_among_the_versions(case, save, send):
    save()
    assert send(typed(do="clear", based_on="1")).status_code == 303
    kept = appropriation_of(case)
    assert kept.is_removed
    assert kept.row.section.html == ""
    assert appropriation_problems(case) == ()
    save(based_on=2)
    assert "Tabel 1" in appropriation_of(case).row.section.html


def test_reused_it_has_the_rows_and_no_amounts(case, save, world):
    save()
    reused = case_reuse(actor=world.people["case_officer"], earlier=case)
    kept = appropriation_of(reused)
    assert [row.policy_area for row in kept.statement.granted] == ["12 Borgerservice", "18"]
    assert kept.statement.is_empty
    assert kept.row.section.html == ""
    assert kept.row.round is None
    assert not reused.sections.filter(html__contains="5.390").exists()
    assert [column.years_covered for column in kept.statement.columns] == [1, 1, 1, 3]
    assert "rækker" in appropriation_problems(reused)[0]


def test_tables_that_are_there_keep_their_numbers(case, save):
    case.sections.filter(heading="Økonomi").update(html="<p>Tabel 2. Udgifter</p>")
    assert "Tabel 3. Bevillingspåtegning" in save().section.html
