"""What was sent stays as it was; a change is a new version that shows its differences."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.web.cases.models import RecommendationPoint, Section
from sagsgang.web.cases.services.versions import content_hash
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.models import AgendaVersion, Item
from sagsgang.web.meetings.sending.selectors import versions_compared
from sagsgang.web.meetings.sending.services import agenda_send_again
from sagsgang.web.notifications.models import Notification

from .conftest import LAST_DAY, at, fresh

pytestmark = pytest.mark.django_db
WHY = "Fristen for at svare ministeriet udløber den 1. april."


def rewrite(item, html="<p>Der bygges tre skure.</p>"):
    """The officer has written another text, and it is approved."""
    section = Section.objects.filter(case=item.stop.case).order_by("order").first()
    Section.objects.filter(pk=section.pk).update(html=html)


def cases_on(meeting):
    return list(
        Item.objects.filter(meeting=meeting, stop__isnull=False).select_related("stop__case")
    )


def again(meeting, secretary, **more):
    return agenda_send_again(actor=secretary, meeting=fresh(meeting), **more)


def test_nothing_changed_is_not_sent_again(sent, secretary):
    with pytest.raises(Refusal):
        again(sent, secretary)
    assert AgendaVersion.objects.count() == 1


def test_before_it_was_sent_it_is_not_sent_again(meeting, on_agenda, secretary):
    on_agenda(meeting)
    with pytest.raises(Refusal):
        again(meeting, secretary)


def test_another_text_is_a_new_version(sent, secretary):
    item = cases_on(sent)[0]
    rewrite(item)
    version = again(sent, secretary)
    assert (version.number, version.is_supplementary) == (2, False)
    rows = versions_compared(secretary, sent)
    assert [row.version.number for row in rows] == [2, 1]
    assert rows[1].change is None
    (change,) = rows[0].change.items
    assert (change.key, change.state) == (item.pk, "changed")
    (part,) = change.parts
    pieces = [piece for block in part.blocks for piece in block.pieces]
    assert [p.text.strip() for p in pieces if p.state == "added"] == ["tre"]
    assert "Der bygges to skure." not in json.dumps(version.content["items"][0], ensure_ascii=False)
    first = AgendaVersion.objects.get(number=1)
    assert "Der bygges to skure." in json.dumps(first.content, ensure_ascii=False)


def test_a_supplementary_agenda(sent, on_agenda, secretary, clock):
    clock.move_to(at(LAST_DAY, 9))
    clock.shift(86_400)
    item = on_agenda(sent, "Høring om havnelov", WHY, number="15.00.00-A00-9-26")
    version = again(sent, secretary)
    assert version.is_supplementary
    assert version.sent_late_because == ""
    told = next(each for each in version.content["items"] if each["key"] == item.pk)
    assert (told["is_late"], told["late_reason"]) == (True, WHY)
    first = AgendaVersion.objects.get(number=1).content["items"]
    numbers = [int(each["number"]) for each in first]
    assert int(told["number"]) == max(numbers) + 1
    kept = {each["key"]: each["number"] for each in version.content["items"]}
    assert all(kept[each["key"]] == each["number"] for each in first)
    (change,) = versions_compared(secretary, sent)[0].change.items
    assert (change.state, change.reason) == ("added", WHY)


def test_a_late_item_without_reason_is_not_sent(sent, on_agenda, secretary):
    item = on_agenda(sent, "Høring om havnelov", WHY, number="15.00.00-A00-9-26")
    Item.objects.filter(pk=item.pk).update(late_reason="")
    with pytest.raises(Refusal):
        again(sent, secretary)
    assert AgendaVersion.objects.count() == 1


def test_a_change_after_the_deadline_says_why(sent, secretary, clock):
    rewrite(cases_on(sent)[0])
    clock.move_to(at(LAST_DAY, 9))
    clock.shift(86_400)
    with pytest.raises(Refusal) as refused:
        again(sent, secretary)
    assert refused.value.field == "late_because"
    version = again(sent, secretary, late_because="Beløbet var forkert.")
    assert version.content["late_because"] == "Beløbet var forkert."


def test_an_item_that_is_taken_off_says_why(sent, secretary):
    item = cases_on(sent)[0]
    agendas.item_remove(actor=secretary, item=item, reason="Sagen er trukket.")
    version = again(sent, secretary)
    assert item.pk not in [each["key"] for each in version.content["items"]]
    assert [(each["key"], each["because"]) for each in version.content["removed"]] == [
        (item.pk, "Sagen er trukket.")
    ]
    (change,) = versions_compared(secretary, sent)[0].change.items
    assert (change.state, change.reason) == ("removed", "Sagen er trukket.")


def test_another_order_is_a_new_version(sent, secretary):
    item = cases_on(sent)[1]
    agendas.item_move(actor=secretary, item=item, position=1)
    again(sent, secretary)
    change = versions_compared(secretary, sent)[0].change
    assert change.is_reordered
    assert not change.items


def test_a_case_that_is_written_on_keeps_what_was_sent(sent, secretary):
    item, other = cases_on(sent)
    before = AgendaVersion.objects.get().content
    case = item.stop.case
    case.state = "draft"
    case.save()
    rewrite(item)
    rewrite(other)
    version = again(sent, secretary)
    kept = {each["key"]: each["case"] for each in version.content["items"]}
    was = {each["key"]: each["case"] for each in before["items"]}
    assert kept[item.pk]["content"] == was[item.pk]["content"]
    assert kept[other.pk]["content"] != was[other.pk]["content"]


def test_members_hear_of_the_new_version_without_titles(sent, secretary, world):
    rewrite(cases_on(sent)[0])
    again(sent, secretary)
    told = Notification.objects.filter(code="agenda_sent_again", user=world.people["member"]).get()
    assert "1 ændret punkt" in told.text
    assert "cykelskure" not in told.text


STEPS = ("text", "title", "points", "close", "remove", "add", "move", "addendum", "send")


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=6))
def test_nothing_that_happens_later_changes_a_version(sent, on_agenda, secretary, steps):
    """A law: whatever is done to cases, items and the meeting, what was sent is what was sent."""
    from django.db import transaction

    with transaction.atomic():
        kept = {}
        for number, step in enumerate(steps):
            kept |= {
                row.number: (row.sha256, content_hash(row.content))
                for row in AgendaVersion.objects.filter(meeting=sent)
            }
            _do(step, number, sent, on_agenda, secretary)
            for version, (sha256, computed) in kept.items():
                row = AgendaVersion.objects.get(meeting=sent, number=version)
                assert row.sha256 == sha256 == computed == content_hash(row.content)
        transaction.set_rollback(True)


def _do(step, number, meeting, on_agenda, secretary):
    items = [item for item in cases_on(meeting) if item.removed_at is None]
    item = items[number % len(items)] if items else None
    if step == "add" or item is None:
        on_agenda(meeting, f"Sag {number}", WHY, number=f"15.00.00-A00-{50 + number}-26")
    elif step == "text":
        rewrite(item, f"<p>Der bygges {number} skure.</p>")
    elif step == "title":
        agendas.item_change(actor=secretary, item=item, title=f"Titel {number}")
    elif step == "points":
        RecommendationPoint.objects.filter(case=item.stop.case).update(text=f"at {number} bygges.")
    elif step == "close":
        agendas.item_close(
            actor=secretary,
            item=item,
            ground="prisen forhandles",
            reference="§ 10",
            decided_by="Formanden",
            public_title="En ejendomssag",
        )
    elif step == "remove":
        agendas.item_remove(actor=secretary, item=item, reason="Sagen er trukket.")
    elif step == "move":
        agendas.item_move(actor=secretary, item=item, position=1)
    elif step == "addendum":
        item.stop.case.number = f"15.00.00-A00-{90 + number}-26"
        item.stop.case.save()
    else:
        try:
            again(meeting, secretary)
        except Refusal:
            return
