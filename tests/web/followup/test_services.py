"""What is done with a follow-up: begun, reported, shown, finished, dropped and taken up again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup import services
from sagsgang.web.followup.models import FollowUp, Kind, State
from sagsgang.web.followup.selectors import follow_ups_readable, follow_ups_waiting
from sagsgang.web.followup.selectors.register import Asked, register_counts, register_found
from sagsgang.web.notifications.models import Notification

pytestmark = pytest.mark.django_db


def fresh(row):
    return FollowUp.objects.get(pk=row.pk)


def test_its_owner_begins_and_reports_and_the_secretary_hears(asked, officer, secretary):
    row = asked()
    services.follow_up_begin(actor=officer, follow_up=row)
    assert fresh(row).state == State.IN_PROGRESS
    services.follow_up_report(actor=officer, follow_up=fresh(row), result="Skurene står der.")
    assert (fresh(row).state, fresh(row).result) == (State.REPORTED, "Skurene står der.")
    told = Notification.objects.get(user=secretary, code="follow_up_reported")
    assert told.path == f"/opfoelgning/{row.pk}/"
    services.follow_up_finish(actor=secretary, follow_up=fresh(row))
    assert (fresh(row).state, fresh(row).ended_on) == (State.DONE, timezone.localdate())
    codes = Event.objects.filter(subject_key=f"follow_up:{row.pk}").values_list("code", flat=True)
    assert list(codes) == [
        "follow_up_added",
        "follow_up_begun",
        "follow_up_reported",
        "follow_up_finished",
    ]


def test_it_is_not_done_when_nothing_shows_it(asked, secretary):
    row = asked()
    with pytest.raises(Refusal):
        services.follow_up_finish(actor=secretary, follow_up=row)
    services.evidence_add(actor=secretary, follow_up=row, text="Brev sendt", address="https://a.dk")
    services.follow_up_finish(actor=secretary, follow_up=fresh(row))
    assert fresh(row).state == State.DONE


def test_dropped_with_a_reason_and_taken_up_again(asked, secretary):
    row = asked()
    with pytest.raises(Refusal):
        services.follow_up_drop(actor=secretary, follow_up=row, reason=" ")
    services.follow_up_drop(actor=secretary, follow_up=row, reason="Skurene blev ikke bygget")
    assert fresh(row).dropped_because == "Skurene blev ikke bygget"
    services.follow_up_reopen(actor=secretary, follow_up=fresh(row))
    assert (fresh(row).state, fresh(row).ended_on, fresh(row).dropped_because) == ("open", None, "")


def test_named_parts_end_before_the_whole(asked, secretary, soon):
    whole = asked("Ordningen evalueres efter to år", until=soon(730))
    names = ("Hvor mange er i job", "Hvad siger de selv", "Hvad fik afdelingerne")
    parts = [
        services.follow_up_add(
            actor=secretary, body=whole.body, parent=whole, text=name, deadline=soon(700)
        )
        for name in names
    ]
    assert [part.order for part in parts] == [1, 2, 3]
    assert {part.kind for part in parts} == {Kind.EVALUATION}
    with pytest.raises(Refusal):
        services.follow_up_finish(actor=secretary, follow_up=fresh(whole), result="Færdig")
    with pytest.raises(Refusal):
        services.follow_up_add(actor=secretary, body=whole.body, parent=parts[0], text="Del af del")
    for part in parts:
        services.follow_up_finish(actor=secretary, follow_up=part, result="43 er i job.")
    services.follow_up_finish(actor=secretary, follow_up=fresh(whole), result="Se delene")
    services.follow_up_reopen(actor=secretary, follow_up=fresh(parts[0]))
    assert fresh(whole).state in (State.OPEN, State.IN_PROGRESS)


def test_dropping_the_whole_drops_the_parts_that_were_left(asked, secretary):
    whole = asked("Ordningen evalueres")
    made = {"actor": secretary, "body": whole.body, "parent": whole}
    done = services.follow_up_add(text="Første", **made)
    left = services.follow_up_add(text="Anden", **made)
    services.follow_up_finish(actor=secretary, follow_up=done, result="Ja")
    services.follow_up_drop(actor=secretary, follow_up=fresh(whole), reason="Ordningen ophørte")
    assert (fresh(done).state, fresh(left).state) == (State.DONE, State.DROPPED)


def test_two_who_write_see_each_other(asked, secretary, soon):
    row = asked()
    seen = row.revision
    services.follow_up_edit(
        actor=secretary, follow_up=row, based_on=seen, text="Status i maj", deadline=soon(40)
    )
    with pytest.raises(Refusal):
        services.follow_up_edit(actor=secretary, follow_up=row, based_on=seen, text="Noget andet")
    assert fresh(row).text == "Status i maj"


def test_a_new_owner_is_told_once(asked, secretary, world):
    row = asked()
    services.follow_up_edit(actor=secretary, follow_up=row, owner=world.people["colleague"])
    services.follow_up_edit(actor=secretary, follow_up=fresh(row), owner=world.people["colleague"])
    told = Notification.objects.filter(code="follow_up_given")
    assert [each.user for each in told] == [world.people["colleague"]]


def test_the_register_has_the_late_on_top_and_finds_words(asked, secretary, officer, soon):
    row = asked("Status på ÆBLESKURENE", until=soon(20))
    own = services.follow_up_add(
        actor=secretary, body=row.body, text="Brev til havnen", deadline=soon(90)
    )
    late = services.follow_up_add(actor=secretary, body=row.body, text="Regnskab", deadline=soon(3))
    FollowUp.objects.filter(pk=late.pk).update(deadline=timezone.localdate() - timedelta(days=1))
    assert list(register_found(secretary, Asked())) == [late, row, own]
    assert list(register_found(secretary, Asked(words="æbleskurene"))) == [row]
    assert list(register_found(secretary, Asked(state="forsinkede"))) == [late]
    assert list(register_found(officer, Asked(owner="mig"))) == [row]
    assert list(register_found(secretary, Asked(kind="evaluation"))) == []
    counts = register_counts(officer)
    assert (counts.open, counts.late, counts.mine) == (3, 1, 1)
    assert list(follow_ups_waiting(officer)) == [row]


def test_only_those_with_a_part_in_it_may_write(asked, world, soon):
    row = asked()
    for key in ("member", "chair", "colleague", "manager", "stranger", "administrator"):
        with pytest.raises(PermissionDenied):
            services.follow_up_report(actor=world.people[key], follow_up=row, result="Nej")
        with pytest.raises(PermissionDenied):
            services.follow_up_drop(actor=world.people[key], follow_up=row, reason="Nej")
        with pytest.raises(PermissionDenied):
            services.follow_up_add(actor=world.people[key], body=row.body, text="Nej")
    assert fresh(row).state == State.OPEN


def test_what_a_closed_item_asked_for_is_there_for_those_who_read_it(
    table, asked, world, secretary
):
    item = table.item("Køb af grund", is_closed=True, closed_ground="Pris")
    row = asked("Grundens pris", item=item)
    assert row.owner is None
    for key, sees in (("secretary", True), ("member", True), ("manager", False)):
        found = follow_ups_readable(world.people[key]).filter(pk=row.pk)
        assert found.exists() == sees, key
    with pytest.raises(Refusal):
        services.follow_up_edit(actor=secretary, follow_up=row, owner=world.people["manager"])
    event = Event.objects.filter(subject_key=f"follow_up:{row.pk}").first()
    assert "pris" not in event.sentence.lower()


def test_the_database_refuses_what_makes_no_sense(asked, soon):
    row = asked()
    plan = row.item.meeting.plan
    for wrong in (
        {"state": "dropped", "ended_on": soon(0)},
        {"state": "done"},
        {"ended_on": soon(0)},
        {"deadline": soon(1), "meeting": plan},
        {"parent": row.pk},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            FollowUp.objects.filter(pk=row.pk).update(**wrong)
