"""The pages of hearings as those who ask and those who are asked use them."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from sagsgang.web.cases.attachments.storage import bytes_keep
from sagsgang.web.cases.models import Attachment, AttachmentVersion, CaseState
from sagsgang.web.routes.hearings.services import answer_send, draft_save
from sagsgang.web.routes.models import Hearing, HearingAnswer, HearingRound

pytestmark = pytest.mark.django_db


@pytest.fixture
def go(client):
    """Signs the person in and gets or posts."""

    def _go(user, path, data=None, **more):
        client.force_login(user)
        if data is None:
            return client.get(path, **more)
        return client.post(path, {"operation": uuid.uuid4(), **data}, **more)

    return _go


def started(heard, case, **more):
    today = timezone.localdate()
    return {
        "bodies": [heard.council.pk],
        "sections": [each.pk for each in case.sections.all()],
        "with_points": "on",
        "deadline": (today + timedelta(days=21)).isoformat(),
        "remind_on": "",
        "question": "Er der skure nok?",
    } | more


def test_an_officer_begins_a_hearing_of_all_councils(heard, go):
    case = heard.case()
    path = reverse("routes:hearing_start", args=[case.pk])
    page = go(heard.officer, path).content.decode()
    assert "Ældrerådet" in page
    assert "Alle MED-udvalg" in page
    done = go(heard.officer, path, started(heard, case, bodies=[], all_med="on", all_councils="on"))
    assert (done.status_code, done["Location"]) == (303, f"/sager/{case.pk}/hoering/")
    assert Hearing.objects.count() == 2
    overview = go(heard.officer, done["Location"]).content.decode()
    assert "2 af 2 mangler." in overview
    assert "Else Bay" in overview


def test_sent_twice_it_is_begun_once(heard, go):
    case = heard.case()
    path = reverse("routes:hearing_start", args=[case.pk])
    data = started(heard, case) | {"operation": uuid.uuid4()}
    assert go(heard.officer, path, data).status_code == 303
    assert go(heard.officer, path, data).status_code == 303
    assert HearingRound.objects.count() == 1


def test_what_was_typed_stays_when_it_is_refused(heard, go):
    case = heard.case()
    path = reverse("routes:hearing_start", args=[case.pk])
    page = go(heard.officer, path, started(heard, case, deadline="2020-01-02"))
    assert page.status_code == 422
    assert "Er der skure nok?" in page.content.decode()
    assert "er gået" in page.content.decode()
    assert not HearingRound.objects.exists()


def test_the_council_reads_and_answers_once_however_often_it_is_sent(heard, go):
    hearing = heard.hearing()
    path = reverse("routes:hearing", args=[hearing.pk])
    page = go(heard.chair, path).content.decode()
    assert "Der bygges to skure." in page
    assert "Hvad mener I om skurene?" in page
    data = {"html": "<p>Flere skure, tak.</p>", "operation": uuid.uuid4()}
    assert go(heard.chair, path, data).status_code == 303
    assert go(heard.chair, path, data).status_code == 303
    assert HearingAnswer.objects.count() == 1
    assert "Flere skure, tak." in go(heard.member, path).content.decode()


def test_no_remarks_is_one_click(heard, go):
    hearing = heard.hearing()
    go(heard.secretary, reverse("routes:hearing", args=[hearing.pk]), {"nothing": "1"})
    assert HearingAnswer.objects.get().is_nothing_to_remark


def test_files_come_with_the_answer_and_only_those_who_may_get_them(heard, go):
    hearing = heard.hearing()
    path = reverse("routes:hearing", args=[hearing.pk])
    bad = SimpleUploadedFile("a.exe", b"MZ program")
    page = go(heard.chair, path, {"html": "<p>Se filen.</p>", "files": [bad]})
    assert page.status_code == 422
    assert "Se filen." in page.content.decode()
    good = SimpleUploadedFile("svar.txt", b"Skurene er kolde.")
    assert go(heard.chair, path, {"html": "", "files": [good]}).status_code == 303
    file = HearingAnswer.objects.get().files.get()
    address = reverse("routes:hearing_file", args=[file.pk])
    assert b"".join(go(heard.officer, address).streaming_content) == b"Skurene er kolde."
    for key in ("stranger", "med_chair", "administrator"):
        assert go(heard.world.people[key], address).status_code == 404


def test_attachments_are_handed_out_as_they_were_and_not_once_they_are_closed(heard, go):
    case = heard.case()
    attachment = Attachment.objects.create(case=case, order=1, title="Tegning")
    kept = {"media_type": "text/plain", "uploaded_by": heard.officer, "attachment": attachment}
    version = AttachmentVersion.objects.create(
        number=1, file_name="a.txt", size=3, sha256=bytes_keep(b"Den"), **kept
    )
    hearing = heard.hearing(case=case, attachments={attachment.pk})
    newer = AttachmentVersion.objects.create(
        number=2, file_name="a.txt", size=3, sha256=bytes_keep(b"Nye"), **kept
    )
    address = reverse("routes:hearing_given", args=[hearing.pk, version.pk])
    assert b"".join(go(heard.member, address).streaming_content) == b"Den"
    assert (
        go(heard.member, reverse("routes:hearing_given", args=[hearing.pk, newer.pk])).status_code
        == 404
    )
    attachment.is_closed = True
    attachment.save()
    assert go(heard.member, address).status_code == 404
    page = go(heard.member, reverse("routes:hearing", args=[hearing.pk])).content.decode()
    assert "Tegning" not in page


def test_a_draft_is_kept_while_one_writes(heard, go):
    hearing = heard.hearing()
    address = reverse("routes:hearing_draft", args=[hearing.pk])
    assert go(heard.chair, address, {"html": "<p>Måske</p>"}).json()["message"].startswith("Klad")
    page = go(heard.chair, reverse("routes:hearing", args=[hearing.pk])).content.decode()
    assert "Måske" in page
    assert go(heard.member, address, {"html": "x"}).status_code == 403
    assert go(heard.world.people["stranger"], address, {"html": "x"}).status_code == 404


def test_an_answer_to_a_hearing_that_was_closed_meanwhile_is_not_lost(heard, go):
    hearing = heard.hearing()
    hearing.round.ended_at = timezone.now()
    hearing.round.save()
    path = reverse("routes:hearing", args=[hearing.pk])
    page = go(heard.chair, path, {"html": "<p>Lange overvejelser.</p>"})
    assert page.status_code == 422
    assert "Lange overvejelser." in page.content.decode()
    assert "Høringen er lukket" in page.content.decode()


def test_the_list_is_by_deadline_and_says_what_was_answered(heard, go):
    late, early = heard.hearing(days=30), heard.hearing(days=10)
    done = heard.hearing(days=5)
    answer_send(actor=heard.chair, hearing=done, html="<p>Ja.</p>")
    page = go(heard.chair, reverse("routes:hearings")).content.decode()
    places = [page.index(reverse("routes:hearing", args=[h.pk])) for h in (early, late, done)]
    assert places == sorted(places)
    assert "Høringer" in page
    stranger = go(heard.world.people["stranger"], reverse("routes:hearings")).content.decode()
    assert "Nye cykelskure" not in stranger


def test_lists_ask_the_database_a_fixed_number_of_times(
    heard, client, django_assert_max_num_queries
):
    for _ in range(12):
        heard.hearing()
    client.force_login(heard.chair)
    with django_assert_max_num_queries(12):
        client.get(reverse("routes:hearings"))


def test_extend_take_out_record_close_and_collect_by_their_pages(heard, go):
    asked = heard.start(bodies=[heard.council, heard.med])
    case = asked.case
    council = asked.hearings.get(stop__body=heard.council)
    med = asked.hearings.get(stop__body=heard.med)
    day = timezone.localdate() + timedelta(days=40)
    go(
        heard.officer,
        reverse("routes:hearing_extend", args=[case.pk, asked.pk]),
        {"deadline": day.isoformat(), "reason": "Ferie."},
    )
    go(heard.officer, reverse("routes:hearing_remind", args=[case.pk, council.pk]), {})
    go(
        heard.officer,
        reverse("routes:hearing_withdraw", args=[case.pk, med.pk]),
        {"reason": "Ikke berørt."},
    )
    go(
        heard.officer,
        reverse("routes:hearing_record", args=[case.pk, council.pk]),
        {
            "answered_on": timezone.localdate().isoformat(),
            "answered_by": "Else Bay",
            "received_how": "brev",
            "html": "<p>Skurene er gode.</p>",
        },
    )
    page = go(heard.officer, reverse("routes:case_hearings", args=[case.pk])).content.decode()
    for words in (
        date_format(day, "j. F Y"),
        "Ikke berørt.",
        "Skurene er gode.",
        "Alle har svaret",
    ):
        assert words in page
    answers = reverse("routes:hearing_answers", args=[case.pk, asked.pk])
    assert "Skurene er gode." in go(heard.officer, answers).content.decode()
    go(heard.officer, answers, {})
    assert case.sections.filter(heading="Høringssvar").exists()
    closing = reverse("routes:hearing_close", args=[case.pk, asked.pk])
    assert go(heard.officer, closing, {"reason": ""}).status_code == 303
    assert HearingRound.objects.get().ended_at is not None


def test_those_asked_do_not_get_the_pages_of_those_who_ask(heard, go):
    hearing = heard.hearing(case=heard.case(state=CaseState.APPROVED))
    draft_save(actor=heard.chair, hearing=hearing, html="<p>Kladde</p>")
    case, asked = hearing.stop.case_id, hearing.round_id
    addresses = [
        reverse("routes:case_hearings", args=[case]),
        reverse("routes:hearing_start", args=[case]),
        reverse("routes:hearing_extend", args=[case, asked]),
        reverse("routes:hearing_answers", args=[case, asked]),
        reverse("routes:hearing_record", args=[case, hearing.pk]),
        reverse("routes:case_outgoing", args=[case]),
    ]
    for user in (heard.chair, heard.member, heard.secretary, heard.world.people["stranger"]):
        assert {go(user, address).status_code for address in addresses} == {404}
    colleague = heard.world.people["colleague"]
    assert go(colleague, addresses[0]).status_code == 200
    assert {go(colleague, each).status_code for each in (addresses[1], addresses[2])} == {403}


def test_who_is_not_signed_in_is_asked_to(heard, client):
    hearing = heard.hearing()
    assert client.get(reverse("routes:hearing", args=[hearing.pk])).status_code == 302
