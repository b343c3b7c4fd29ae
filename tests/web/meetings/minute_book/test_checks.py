"""Minutes are checked as a whole before they are locked: what was decided too."""

import pytest

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.minute_book.checks import minutes_findings
from sagsgang.web.meetings.minute_book.services import minutes_finding_set_aside
from sagsgang.web.meetings.models import ItemDecision, MeetingMinutes

pytestmark = pytest.mark.django_db


def test_what_is_wrong_in_a_decision_is_found_and_keeps_the_minutes_open(held):
    decisions = ItemDecision.objects.filter(item=held.sheds)
    decisions.update(text="Godkendt. Borgeren 070761-4285 høres; i alt 23 = 10 + 12.")
    found = {each.rule: each.blocks for each in minutes_findings(held.meeting)}
    assert found["P01"]
    with pytest.raises(Refusal, match="XXXX"):
        held.lock()
    assert not MeetingMinutes.objects.exists()


def test_what_is_only_doubtful_does_not_keep_them_open(held):
    ItemDecision.objects.filter(item=held.sheds).update(
        text="Godkendt. Borgeren kan træffes på mobil 20 12 34 56."
    )
    found = {each.rule: each.blocks for each in minutes_findings(held.meeting)}
    assert found["P03"] is False
    assert held.lock().findings


def test_a_reason_is_printed_and_holds_no_personal_number(held):
    with pytest.raises(Refusal, match=r"personnummer|personal number"):
        minutes_finding_set_aside(
            actor=held.secretary,
            meeting=held.meeting,
            fingerprint="0" * 64,
            reason="Det gælder 070761-4285 og er rigtigt",
        )
