"""What is closed stands nowhere for those who may not see it: pages, versions, mails, calendars."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.models import Job
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.models import AgendaVersion, Disqualification, Item, Seat
from sagsgang.web.meetings.sending.services import agenda_send, agenda_send_again
from sagsgang.web.notifications.models import Notification

from .conftest import fresh

pytestmark = pytest.mark.django_db
WORDS = ("Lysholm", "Der bygges to skure", "at skurene bygges", "prisen forhandles", "A00-7-26")
PAGES = ("agenda", "agenda_whole", "versions")
OUTSIDE = ("colleague", "finance_reviewer", "stranger")
INSIDE = ("secretary", "chair", "member")


@pytest.fixture(autouse=True)
def backend(settings):
    settings.EMAIL_BACKEND = "sagsgang.web.jobs.mail.JobMailBackend"


def shut_in(text):
    return [word for word in WORDS if word in text]


def read(client, user, meeting, numbers):
    """Everything that the pages of the meeting say to this user."""
    client.force_login(user)
    paths = [meeting_address(meeting, name) for name in PAGES]
    paths += [
        meeting_address(meeting, "version", each.number)
        for each in AgendaVersion.objects.filter(meeting=meeting)
    ]
    paths += [meeting_address(meeting, "item", number) for number in numbers]
    paths += [meeting_address(meeting, "invitation"), meeting_address(meeting, "agenda_check")]
    said = ""
    for path in paths:
        response = client.get(path)
        assert response.status_code in (200, 403, 404), (path, response.status_code)
        said += response.content.decode()
    return said


def told_outside():
    """What leaves the house or stands in lists: mails, notices, events of the meeting."""
    rows = [str(row.arguments) for row in Job.objects.all()]
    rows += [row.text + row.why for row in Notification.objects.all()]
    rows += [row.sentence for row in Event.objects.filter(subject_key__startswith="meeting:")]
    return "\n".join(rows)


@pytest.fixture
def both(meeting, closed, on_agenda, secretary):
    """An agenda with a closed item and an open one, sent."""
    shut = closed(meeting, number="15.00.00-A00-7-26")
    opened = agendas.item_add_own(
        actor=secretary,
        meeting=fresh(meeting),
        title="Besøg på havnen",
        html="<p>Vi tager bus.</p>",
    )
    agenda_send(actor=secretary, meeting=fresh(meeting))
    return fresh(meeting), shut, opened


@pytest.mark.parametrize("who", OUTSIDE)
def test_the_closed_item_keeps_its_number_and_neutral_title(both, client, world, who):
    meeting, shut, _opened = both
    numbers = list(Item.objects.filter(meeting=meeting).values_list("number", flat=True))
    said = read(client, world.people[who], meeting, numbers)
    assert shut_in(said) == []
    if who != "stranger":
        assert "En ejendomssag" in said
        assert "Vi tager bus." in said
        number = Item.objects.get(pk=shut.pk).number
        assert client.get(meeting_address(meeting, "item", number)).status_code == 404


@pytest.mark.parametrize("who", INSIDE)
def test_those_who_sit_read_it(both, client, world, who):
    meeting, shut, _opened = both
    number = Item.objects.get(pk=shut.pk).number
    client.force_login(world.people[who])
    html = client.get(meeting_address(meeting, "item", number)).content.decode()
    assert "Lysholm" in html
    assert "prisen forhandles" in html


def test_its_own_officer_reads_it(both, client, world):
    meeting, shut, _opened = both
    number = Item.objects.get(pk=shut.pk).number
    client.force_login(world.people["case_officer"])
    assert "Lysholm" in client.get(meeting_address(meeting, "item", number)).content.decode()
    assert "Lysholm" in client.get(meeting_address(meeting, "agenda")).content.decode()


def test_who_is_disqualified_does_not(both, client, world):
    meeting, shut, _opened = both
    seat = Seat.objects.get(meeting=meeting, sitting__user=world.people["member"])
    Disqualification.objects.create(
        item=shut, seat=seat, ground="Ejer nabogrunden", is_disqualified=True
    )
    numbers = list(Item.objects.filter(meeting=meeting).values_list("number", flat=True))
    said = read(client, world.people["member"], meeting, numbers)
    assert [word for word in shut_in(said) if word != "A00-7-26"] == []


def test_nothing_of_it_leaves_the_house(both):
    assert shut_in(told_outside()) == []


def test_what_is_closed_after_it_was_sent_is_hidden_in_old_versions_too(
    meeting, on_agenda, secretary, client, world
):
    item = on_agenda(meeting, "Grunden ved Lysholm sælges", number="15.00.00-A00-7-26")
    agenda_send(actor=secretary, meeting=meeting)
    fresh_item = Item.objects.select_related("stop__case", "meeting").get(pk=item.pk)
    agendas.item_close(
        actor=secretary,
        item=fresh_item,
        ground="prisen forhandles",
        reference="§ 10",
        decided_by="Formanden",
        public_title="En ejendomssag",
    )
    agenda_send_again(actor=secretary, meeting=fresh(meeting))
    said = read(client, world.people["colleague"], fresh(meeting), [fresh_item.number])
    assert shut_in(said) == []


STEPS = ("close", "open", "remove", "message", "again", "reopen_case")


@settings(
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=3))
def test_a_closed_case_stands_nowhere_whatever_is_done(both, client, world, secretary, steps):
    """A law: as long as the case is closed, those outside read its words nowhere."""
    from django.db import transaction

    meeting, shut, opened = both
    with transaction.atomic():
        for number, step in enumerate(steps):
            _do(step, number, meeting, shut, opened, secretary)
        numbers = list(Item.objects.filter(meeting=meeting).values_list("number", flat=True))
        for who in OUTSIDE:
            user = type(world.people[who]).objects.get(pk=world.people[who].pk)
            said = read(client, user, fresh(meeting), [n for n in numbers if n])
            assert shut_in(said) == []
        assert shut_in(told_outside()) == []
        transaction.set_rollback(True)


def _do(step, number, meeting, shut, opened, secretary):
    rows = Item.objects.select_related("stop__case", "parent", "meeting__plan__body")
    item, other = rows.get(pk=shut.pk), rows.get(pk=opened.pk)
    try:
        if step == "open":
            agendas.item_open(actor=secretary, item=item)
        elif step == "close":
            agendas.item_close(
                actor=secretary,
                item=other,
                ground="prisen forhandles",
                reference="§ 10",
                decided_by="Formanden",
                public_title="En sag om et besøg",
            )
        elif step == "remove":
            agendas.item_remove(actor=secretary, item=item, reason="Sagen er trukket.")
        elif step == "message":
            agendas.item_add_message(
                actor=secretary, parent=other, sender="Formanden", title=f"Nyt {number}"
            )
        elif step == "reopen_case":
            item.stop.case.state = "draft"
            item.stop.case.save()
        else:
            agenda_send_again(actor=secretary, meeting=fresh(meeting))
    except Refusal:
        return
