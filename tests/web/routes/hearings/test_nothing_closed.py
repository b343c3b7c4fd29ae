"""Whatever a case holds, nothing closed in it comes to those who are asked: pages, words, mail."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.web.cases.attachments.storage import bytes_keep
from sagsgang.web.cases.models import Attachment, AttachmentVersion, Comment, Section
from sagsgang.web.jobs.models import Mail
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.hearings.services import answer_send, hearing_remind
from sagsgang.web.routes.models import Hearing

PARTS = st.lists(
    st.tuples(st.sampled_from(["section", "attachment", "comment"]), st.booleans(), st.booleans()),
    min_size=1,
    max_size=6,
)


def put(case, kind, is_closed, changes):
    """One part of the case; returns its secret word, and how it is closed afterwards."""
    word = f"hemmelig{uuid.uuid4().hex}"
    if kind == "comment":
        Comment.objects.create(case=case, text=word, author=case.officer)
        return word, None
    if kind == "section":
        made = Section.objects.create(
            case=case,
            order=9,
            kind="other",
            heading=word,
            html=f"<p>{word}</p>",
            is_public=not is_closed,
        )
        later = ("is_public", False)
    else:
        made = Attachment.objects.create(case=case, order=9, title=word, is_closed=is_closed)
        AttachmentVersion.objects.create(
            attachment=made,
            number=1,
            file_name=f"{word}.txt",
            media_type="text/plain",
            size=3,
            sha256=bytes_keep(word.encode()),
            uploaded_by=case.officer,
        )
        later = ("is_closed", True)
    if not is_closed and not changes:
        return None, None
    return word, (made, *later) if changes and not is_closed else None


def everything_told(heard):
    """All that anybody who is asked can read."""
    told = []
    for user in (heard.chair, heard.member, heard.secretary):
        client = Client()
        client.force_login(user)
        addresses = [reverse("routes:hearings"), "/hoeringer/?side=2"]
        for hearing in Hearing.objects.all():
            addresses.append(reverse("routes:hearing", args=[hearing.pk]))
            addresses += [
                reverse("routes:hearing_given", args=[hearing.pk, version.pk])
                for version in AttachmentVersion.objects.all()
            ]
        for address in addresses:
            answer = client.get(address)
            told.append(answer.getvalue().decode())
    told += [f"{n.text} {n.why}" for n in Notification.objects.all()]
    told += [f"{m.subject} {m.text} {m.html}" for m in Mail.objects.all()]
    return "\n".join(told)


@pytest.mark.django_db
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=PARTS)
def test_no_word_of_what_is_closed_is_told(heard, parts):
    Hearing.objects.all().delete()
    Notification.objects.all().delete()
    case = heard.case()
    secrets, closing = [], []
    for part in parts:
        word, later = put(case, *part)
        secrets += [word] if word else []
        closing += [later] if later else []
    hearing = heard.start(
        case=case,
        sections=set(case.sections.values_list("pk", flat=True)),
        attachments=set(case.attachments.values_list("pk", flat=True)),
    ).hearings.get()
    for row, field, value in closing:
        setattr(row, field, value)
        row.save()
    section = case.sections.first()
    section.html = f"<p>hemmelig{uuid.uuid4().hex} i kladden</p>"
    section.save()
    hearing_remind(actor=heard.officer, hearing=hearing)
    answer_send(actor=heard.chair, hearing=hearing, html="<p>Fint.</p>")
    jobs_run_due()
    told = everything_told(heard)
    assert "Der bygges to skure." in told
    assert [word for word in secrets if word in told] == []
    assert "i kladden" not in told


@pytest.mark.django_db
def test_a_case_that_is_closed_later_is_gone_for_those_asked(heard, client):
    hearing = heard.hearing()
    case = hearing.stop.case
    case.title, case.is_closed = "Personsag om Ole", True
    case.save()
    jobs_run_due(now=timezone.now())
    for user in (heard.chair, heard.member, heard.secretary):
        client.force_login(user)
        assert client.get(reverse("routes:hearing", args=[hearing.pk])).status_code == 404
        page = client.get(reverse("routes:hearings")).content.decode()
        assert "Nye cykelskure" not in page
    assert not any("cykelskure" in f"{m.subject} {m.text}" for m in Mail.objects.all())
