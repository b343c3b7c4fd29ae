"""The pages of an agenda: who finds what, and that what is done is done once."""

from uuid import uuid4

import pytest
from django.test.utils import CaptureQueriesContext

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Body, Role
from sagsgang.web.cases.attachments.storage import bytes_keep
from sagsgang.web.cases.models import Attachment, AttachmentVersion, Section
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.models import AgendaSetAside, AgendaVersion, Item
from sagsgang.web.meetings.sending.services import agenda_send, agenda_send_again
from sagsgang.web.routes import services as routes

from .conftest import LAST_DAY, at, fresh
from .test_sending import WRONG_SUM

pytestmark = pytest.mark.django_db


@pytest.fixture
def see(client, world):
    """The response of a page of the meeting for one of the people."""

    def _see(who, meeting, name, *more, **asked):
        client.force_login(world.people[who])
        return client.get(meeting_address(meeting, name, *more), asked)

    return _see


@pytest.fixture
def post(client, world):
    """The response when one of the people sends a form."""

    def _post(who, meeting, name, **data):
        client.force_login(world.people[who])
        data.setdefault("operation", str(uuid4()))
        return client.post(meeting_address(meeting, name), data)

    return _post


def page(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_agenda_leads_to_its_items(sent, see):
    for who in ("secretary", "chair", "member"):
        html = page(see(who, sent, "agenda"))
        assert "Nye cykelskure" in html
        assert "Version 1" in html
    item = Item.objects.filter(meeting=sent, stop__isnull=False).order_by("order").first()
    assert f'href="{meeting_address(sent, "item", item.number)}"' in html
    told = page(see("member", sent, "item", item.number))
    assert "Der bygges to skure." in told
    assert "at skurene bygges." in told
    assert "Der bygges to skure." in page(see("member", sent, "agenda_whole"))


def test_a_heading_with_nothing_under_it_is_not_shown(meeting, on_agenda, secretary, see):
    case = on_agenda(meeting).stop.case
    more = (("Tom", 1, ""), ("Omfang", 1, ""), ("Antal", 2, "<p>Der er 24.</p>"), ("Slut", 1, ""))
    for order, (heading, level, html) in enumerate(more, start=90):
        Section.objects.create(
            case=case, order=order, heading=heading, level=level, kind="other", html=html
        )
    agenda_send(actor=secretary, meeting=fresh(meeting))
    number = Item.objects.get(meeting=meeting, stop__case=case).number
    for html in (
        page(see("member", meeting, "item", number)),
        page(see("member", meeting, "agenda_whole")),
    ):
        assert [each in html for each in (">Tom<", ">Omfang<", ">Antal<", ">Slut<")] == [
            False,
            True,
            True,
            False,
        ]


def test_before_it_is_sent_only_those_who_prepare_see_it(meeting, on_agenda, see):
    on_agenda(meeting)
    assert "Udkast: ikke sendt" in page(see("secretary", meeting, "agenda"))
    for who in ("member", "case_officer", "colleague", "stranger", "finance_reviewer"):
        response = see(who, meeting, "agenda")
        assert "cykelskure" not in response.content.decode()
        item = Item.objects.filter(meeting=meeting).order_by("-pk").first()
        assert see(who, meeting, "item", item.number or "1").status_code == 404


def test_nobody_who_has_nothing_to_do_with_it_finds_it(sent, see, client):
    for name in ("agenda", "agenda_whole", "versions", "agenda_check", "invitation"):
        assert see("stranger", sent, name).status_code == 404
    client.logout()
    assert client.get(meeting_address(sent, "agenda")).status_code == 302


def test_what_is_written_now_is_not_what_was_sent(sent, see):
    Section.objects.update(html="<p>Nu skrives noget helt andet.</p>")
    item = Item.objects.filter(meeting=sent, stop__isnull=False).first()
    for response in (see("member", sent, "item", item.number), see("member", sent, "agenda_whole")):
        html = page(response)
        assert "Der bygges to skure." in html
        assert "noget helt andet" not in html


def test_few_questions_to_the_database(sent, on_agenda, secretary, see, django_assert_num_queries):
    from django.db import connection

    see("member", sent, "agenda")
    with CaptureQueriesContext(connection) as few:
        see("member", sent, "agenda")
    for number in range(4):
        on_agenda(
            sent, f"Sag {number}", "Fristen udløber.", number=f"15.00.00-A00-{60 + number}-26"
        )
    agenda_send_again(actor=secretary, meeting=fresh(sent))
    with CaptureQueriesContext(connection) as many:
        see("member", sent, "agenda")
    assert len(many) <= len(few)


def test_the_button_sends_once(meeting, on_agenda, post, see):
    on_agenda(meeting)
    assert "Send dagsordenen" in page(see("secretary", meeting, "agenda_check"))
    operation = str(uuid4())
    for _press in range(2):
        response = post("secretary", meeting, "agenda_check", operation=operation)
        assert response.status_code == 303
    assert AgendaVersion.objects.count() == 1
    # A second tab, with a key of its own, is told that it is sent already.
    response = post("secretary", meeting, "agenda_check")
    assert response.status_code == 422
    assert "allerede sendt" in response.content.decode()
    assert Event.objects.filter(code="agenda_sent").count() == 1


def test_late_asks_why_and_keeps_what_was_typed(meeting, on_agenda, post, see, clock):
    on_agenda(meeting)
    clock.move_to(at(LAST_DAY, 9))
    clock.shift(86_400)
    assert "Fristen var" in page(see("secretary", meeting, "agenda_check"))
    response = post("secretary", meeting, "agenda_check", late_because=" ")
    assert response.status_code == 422
    assert "Hvorfor er fristen ikke overholdt?" in response.content.decode()
    response = post("secretary", meeting, "agenda_check", late_because="Svaret kom i går.")
    assert response.status_code == 303
    assert "Svaret kom i går." in page(see("member", meeting, "agenda"))


def test_the_chair_sees_the_checks_and_cannot_send(meeting, on_agenda, post, see):
    on_agenda(meeting)
    assert "Send dagsordenen" not in page(see("chair", meeting, "agenda_check")).replace(
        "Tjek og send dagsordenen", ""
    )
    assert post("chair", meeting, "agenda_check").status_code == 403
    assert see("member", meeting, "agenda_check").status_code in (403, 404)


def test_set_aside_with_a_reason_that_is_printed(meeting, on_agenda, post, see):
    item = on_agenda(meeting)
    Section.objects.filter(case=item.stop.case).update(html=WRONG_SUM)
    html = page(see("secretary", meeting, "agenda_check"))
    assert "Send dagsordenen</button>" not in html
    prints = [part.split('"')[0] for part in html.split("?fund=")[1:]]
    assert prints
    for fingerprint in prints:
        assert page(see("secretary", meeting, "agenda_set_aside", fund=fingerprint))
        short = post("secretary", meeting, "agenda_set_aside", fingerprint=fingerprint, reason="ja")
        assert short.status_code == 422
        response = post(
            "secretary",
            meeting,
            "agenda_set_aside",
            fingerprint=fingerprint,
            reason="Tallene er afrundet hver for sig.",
        )
        assert response.status_code == 303
    assert "Send dagsordenen</button>" in page(see("secretary", meeting, "agenda_check"))
    response = post("secretary", meeting, "agenda_take_up", fingerprint=prints[0])
    assert response.status_code == 303
    assert AgendaSetAside.objects.count() == len(prints) - 1
    post(
        "secretary",
        meeting,
        "agenda_set_aside",
        fingerprint=prints[0],
        reason="Tallene er afrundet hver for sig.",
    )
    assert post("secretary", meeting, "agenda_check").status_code == 303
    assert "Tallene er afrundet hver for sig." in page(see("member", meeting, "agenda_whole"))


def test_a_made_up_finding_is_not_set_aside(meeting, on_agenda, post):
    on_agenda(meeting)
    response = post(
        "secretary", meeting, "agenda_set_aside", fingerprint="0" * 64, reason="Det er rigtigt nok."
    )
    assert response.status_code == 422
    assert not AgendaSetAside.objects.exists()


def test_the_versions_show_what_is_different(sent, secretary, see):
    Section.objects.filter(html__contains="to skure").update(html="<p>Der bygges tre skure.</p>")
    agenda_send_again(actor=secretary, meeting=sent)
    html = page(see("member", sent, "versions"))
    assert "<ins>" in html
    assert "tre" in html
    assert "Der bygges to skure." in page(see("member", sent, "version", 1))
    assert "Der bygges tre skure." in page(see("member", sent, "version", 2))
    assert see("member", sent, "version", 3).status_code == 404


def test_what_others_decide_afterwards_comes_live(sent, see, world, secretary, clock):
    item = Item.objects.filter(meeting=sent, stop__isnull=False).first()
    case = item.stop.case
    other = routes.stop_add(
        actor=world.people["case_officer"],
        case=case,
        body=Body.objects.get(name="Økonomiudvalget"),
        kind="recommendation",
    )
    clock.shift(86_400)
    world.assign(secretary, Role.SECRETARY, Body.objects.get(name="Økonomiudvalget"))
    clerk = type(secretary).objects.get(pk=secretary.pk)
    routes.stop_record(
        actor=clerk,
        stop=other,
        decided_on=at(LAST_DAY).date().replace(day=3),
        decision_text="Anbefales med en bemærkning om havnen.",
        outcome="recommended",
    )
    assert AgendaVersion.objects.count() == 1
    html = page(see("member", sent, "item", item.number))
    assert "Anbefales med en bemærkning om havnen." in html
    assert "kommet til efter udsendelsen" in html
    assert "Kommet til efter udsendelsen" in page(see("member", sent, "agenda"))
    assert "om havnen" not in page(see("member", sent, "version", 1))


def test_a_file_is_handed_out_as_it_was_sent(meeting, on_agenda, secretary, see, world):
    item = on_agenda(meeting)
    attachment = Attachment.objects.create(case=item.stop.case, order=1, title="Tegning")
    shut = Attachment.objects.create(
        case=item.stop.case, order=2, title="Tilbud fra firmaet", is_closed=True
    )
    for row, number, data in ((attachment, 1, b"gammel"), (shut, 1, b"hemmelig")):
        _file(row, number, data, secretary)
    agenda_send(actor=secretary, meeting=meeting)
    _file(attachment, 2, b"ny", secretary)
    response = see("member", meeting, "agenda_file", attachment.pk, 1)
    assert b"".join(response.streaming_content) == b"gammel"
    assert "attachment" in response["Content-Disposition"]
    assert see("member", meeting, "agenda_file", attachment.pk, 2).status_code == 404
    assert see("stranger", meeting, "agenda_file", attachment.pk, 1).status_code == 404
    number = Item.objects.get(pk=item.pk).number
    assert "Tilbud fra firmaet" in page(see("member", meeting, "item", number))
    assert "Tilbud fra firmaet" not in page(see("colleague", meeting, "item", number))
    assert see("colleague", meeting, "agenda_file", shut.pk, 1).status_code == 404
    assert see("colleague", meeting, "agenda_file", attachment.pk, 1).status_code == 200


def _file(attachment, number, data, user):
    AttachmentVersion.objects.create(
        attachment=attachment,
        number=number,
        file_name="tegning.txt",
        media_type="text/plain",
        size=len(data),
        sha256=bytes_keep(data),
        uploaded_by=user,
    )


@pytest.mark.parametrize("place", ["2026-13-45", "i-dag", "2026-03-18", "2026-03-17-9"])
def test_an_address_that_means_nothing(sent, client, world, place):
    client.force_login(world.people["secretary"])
    assert client.get(f"/moeder/havneudvalget/{place}/dagsorden/").status_code == 404
