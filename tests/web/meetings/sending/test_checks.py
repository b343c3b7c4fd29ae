"""What the checks find in an agenda: the rules over all of it, the files, and what is missing."""

import pytest

from sagsgang.web.cases.models import Attachment, AttachmentVersion, FinanceStatement, Section
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.agendas.selectors import item_numbers
from sagsgang.web.meetings.models import Item
from sagsgang.web.meetings.sending.checks import agenda_findings, blocking
from sagsgang.web.meetings.sending.content import agenda_content, last_version

from .conftest import fresh
from .test_sending import WRONG_SUM

pytestmark = pytest.mark.django_db


def found(meeting):
    meeting = fresh(meeting)
    numbers = item_numbers(meeting)
    content = agenda_content(meeting, numbers=numbers, before=last_version(meeting))
    return agenda_findings(meeting, content, numbers)


def codes(meeting, item=None):
    return {each.rule for each in found(meeting) if item is None or each.item == item.pk}


def test_a_good_agenda_has_nothing_that_blocks(meeting, on_agenda):
    on_agenda(meeting)
    assert blocking(found(meeting)) == []


def test_a_finding_of_a_case_is_told_once(meeting, on_agenda):
    item = on_agenda(meeting)
    Section.objects.filter(case=item.stop.case, order=1).update(html=WRONG_SUM)
    (finding,) = [each for each in found(meeting) if each.rule == "F01"]
    assert finding.blocks
    assert finding.item == item.pk
    assert finding.path.endswith(f"/{item.stop.case_id}/tjek/")
    assert "Nye cykelskure" in finding.where


def test_a_closed_item_without_a_neutral_title(meeting, closed):
    item = closed(meeting, public_title="")
    Item.objects.filter(pk=item.pk).update(public_title="")
    assert "no_neutral_title" in codes(meeting, item)
    Item.objects.filter(pk=item.pk).update(public_title="En ejendomssag")
    assert "no_neutral_title" not in codes(meeting, item)
    Item.objects.filter(pk=item.pk).update(public_title=item.title.upper())
    assert "telling_title" in codes(meeting, item)


def test_a_late_item_without_a_reason(meeting, on_agenda):
    item = on_agenda(meeting)
    Item.objects.filter(pk=item.pk).update(is_late=True)
    (finding,) = [each for each in found(meeting) if each.rule == "late_no_reason"]
    assert finding.blocks
    assert not finding.may_set_aside


def test_an_item_without_text_or_recommendation(meeting, on_agenda, secretary):
    item = on_agenda(meeting)
    item.stop.case.points.all().delete()
    assert "no_recommendation" in codes(meeting, item)
    Section.objects.filter(case=item.stop.case).update(html="<p>&nbsp;</p>")
    assert "no_text" in codes(meeting, item)
    own = agendas.item_add_own(actor=secretary, meeting=fresh(meeting), title="Tema")
    assert "no_text" in codes(meeting, own)


def test_a_finance_statement_that_is_missing_or_old(meeting, on_agenda, world, secretary):
    item = on_agenda(meeting, has_financial_implications=True)
    assert "finance_missing" in codes(meeting, item)
    FinanceStatement.objects.create(
        case=item.stop.case,
        asked_by=secretary,
        text="Intet at bemærke.",
        answered_by=world.people["finance_reviewer"],
        answered_at=item.stop.case.changed_at,
        money_sha256="0" * 64,
    )
    assert "finance_outdated" in codes(meeting, item)
    assert "finance_missing" not in codes(meeting, item)


def test_a_file_that_must_not_be_published(meeting, on_agenda, secretary):
    item = on_agenda(meeting)
    row = Attachment.objects.create(case=item.stop.case, order=1, title="Ansøgning")
    AttachmentVersion.objects.create(
        attachment=row,
        number=1,
        file_name="a.pdf",
        media_type="application/pdf",
        size=1,
        sha256="1" * 64,
        uploaded_by=secretary,
        findings=[
            {"rule": "P01", "severity": "blocks", "message": "Et personnummer.", "where": "side 2"}
        ],
    )
    (finding,) = [each for each in found(meeting) if "Ansøgning" in each.message]
    assert finding.blocks
    assert not finding.may_set_aside
    assert "side 2" in finding.message
    Attachment.objects.filter(pk=row.pk).update(is_closed=True)
    assert not [each for each in found(meeting) if "Ansøgning" in each.message]


def test_rules_see_the_agenda_as_a_whole(meeting, closed, on_agenda):
    """Something of a closed case told in the open is seen only where both are read together."""
    closed(meeting, number="15.00.00-A00-7-26")
    item = on_agenda(meeting)
    Section.objects.filter(case=item.stop.case, order=1).update(
        html="<p>Se også sagen 15.00.00-A00-7-26 om grunden.</p>"
    )
    findings = [each for each in found(meeting) if each.rule == "P09"]
    assert [each.item for each in findings] == [item.pk]


def test_no_finding_names_a_closed_case(meeting, closed):
    item = closed(meeting)
    item.stop.case.points.all().delete()
    assert found(meeting)
    assert all("Lysholm" not in each.where for each in found(meeting))
