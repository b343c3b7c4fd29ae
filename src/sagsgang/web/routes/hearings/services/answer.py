"""An answer arrives: sent by the body itself, or recorded on its behalf; none is ever changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.minutes import Outcome
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.attachments.file_names import title_of
from sagsgang.web.cases.attachments.looking import blocking
from sagsgang.web.cases.attachments.services import Received
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.richtext.blocks import plain_text
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.hearings.notices import answer_came
from sagsgang.web.routes.hearings.permissions import hearing_may, hearing_require
from sagsgang.web.routes.hearings.services.calls import answers_in_check
from sagsgang.web.routes.hearings.services.opening import hearing_open
from sagsgang.web.routes.hearings.state import HearingState, hearing_state
from sagsgang.web.routes.hearings.timing import is_over, written
from sagsgang.web.routes.models import (
    AnswerDraft,
    DecisionAddendum,
    Hearing,
    HearingAnswer,
    HearingFile,
    StopState,
)

#: What one click says; an answer is kept in Danish whatever language the reader has chosen.
NOTHING = "Ingen bemærkninger."


@transaction.atomic
def answer_send(
    *,
    actor: Any,
    hearing: Hearing,
    html: str = "",
    is_nothing_to_remark: bool = False,
    absent: str = "",
    dissent: str = "",
    files: Sequence[Received] = (),
) -> HearingAnswer:
    """The body answers. Late is accepted and marked; a newer answer takes the place of the older.

    Emits `hearing_answered`.
    """
    fresh = hearing_open(hearing)
    _still_open(actor, "hearing_read", fresh)
    hearing_require(actor, "hearing_answer", fresh)
    today = timezone.localdate()
    body = fresh.stop.body
    if is_over(body, today):
        raise Refusal(
            _(
                "%(body)s was closed on %(day)s and cannot answer any more. "
                "Send your words to the one who asked."
            )
            % {"body": body, "day": written(body.valid_to)}
        )
    answer = _answer_make(
        fresh,
        actor=actor,
        html=html,
        is_nothing_to_remark=is_nothing_to_remark,
        absent=absent,
        dissent=dissent,
        files=files,
        answered_on=today,
    )
    AnswerDraft.objects.filter(hearing=fresh, by=actor).delete()
    late = " efter fristen" if answer.is_late else ""
    _told(fresh, answer, f"{body} svarede{late} i høringen om", "hearing_answered")
    return answer


@transaction.atomic
def answer_record(
    *,
    actor: Any,
    hearing: Hearing,
    answered_on: date,
    answered_by: str,
    received_how: str,
    html: str = "",
    is_nothing_to_remark: bool = False,
    absent: str = "",
    dissent: str = "",
    files: Sequence[Received] = (),
) -> HearingAnswer:
    """Record what a body answered outside the system: who said it, when, and how it came.

    Emits `hearing_recorded`.
    """
    fresh = hearing_open(hearing)
    _still_open(actor, "hearing_file_read", fresh)
    hearing_require(actor, "hearing_record", fresh)
    who, how = " ".join(answered_by.split()), " ".join(received_how.split())
    if not who:
        raise Refusal(_("Write who answered on the body's behalf."), "answered_by")
    if not how:
        raise Refusal(_("Write how the answer came, e.g. by mail."), "received_how")
    if answered_on > timezone.localdate():
        raise Refusal(_("The day of the answer is still to come."), "answered_on")
    began = timezone.localdate(fresh.sent_at)
    if answered_on < began:
        raise Refusal(
            _("The hearing began on %(day)s; the answer cannot be older.")
            % {"day": written(began)},
            "answered_on",
        )
    if is_over(fresh.stop.body, answered_on):
        raise Refusal(
            _("%(body)s was closed on %(day)s. Choose a day before that, or take it out.")
            % {"body": fresh.stop.body, "day": written(fresh.stop.body.valid_to)},
            "answered_on",
        )
    answer = _answer_make(
        fresh,
        actor=actor,
        html=html,
        is_nothing_to_remark=is_nothing_to_remark,
        absent=absent,
        dissent=dissent,
        files=files,
        answered_on=answered_on,
        answered_by=who[:150],
        received_how=how[:200],
    )
    words = f"{actor} registrerede svaret fra {fresh.stop.body} i høringen om"
    _told(fresh, answer, words, "hearing_recorded")
    return answer


@transaction.atomic
def draft_save(
    *, actor: Any, hearing: Hearing, html: str, absent: str = "", dissent: str = ""
) -> AnswerDraft:
    """Keep what the person has written so far. Only the first time leaves an event: a draft is her
    own until it is sent.
    """
    fresh = hearing_open(hearing)
    hearing_require(actor, "hearing_answer", fresh)
    draft, is_new = AnswerDraft.objects.update_or_create(
        hearing=fresh,
        by=actor,
        defaults={
            "html": sanitise(html),
            "absent": absent.strip()[:500],
            "dissent": dissent.strip(),
            "at": timezone.now(),
        },
    )
    if is_new:
        event_record(
            code="hearing_answer_begun",
            sentence=f"{actor} begyndte på et høringssvar for {fresh.stop.body}.",
            actor=actor,
            subject=fresh,
        )
    return draft


def _still_open(actor: Any, reads: str, hearing: Hearing) -> None:
    """Say what happened to a hearing that ended meanwhile, to those who may see that it was."""
    if hearing_state(hearing) != HearingState.ENDED or not hearing_may(actor, reads, hearing):
        return
    why = hearing.ended_because or hearing.round.ended_because
    raise Refusal(
        _("The hearing was closed (%(why)s) and takes no more answers.") % {"why": why}
        if why
        else _("The hearing was closed and takes no more answers.")
    )


def _answer_make(
    hearing: Hearing,
    *,
    actor: Any,
    html: str,
    is_nothing_to_remark: bool,
    absent: str,
    dissent: str,
    files: Sequence[Received],
    answered_on: date,
    answered_by: str = "",
    received_how: str = "",
) -> HearingAnswer:
    clean = sanitise(html)
    if is_nothing_to_remark:
        if has_words(clean):
            raise Refusal(
                _("You have written an answer. Send it, or delete it before “No remarks”."), "html"
            )
        clean = f"<p>{NOTHING}</p>"
    if not has_words(clean) and not files:
        raise Refusal(_("Write the answer, add a file, or choose “No remarks”."), "html")
    absent = " ".join(absent.split())
    if len(absent) > 500:
        raise Refusal(_("The list of those absent is longer than 500 characters."), "absent")
    for file in files:
        if found := blocking(file.findings):
            raise Refusal(
                _("“%(name)s” cannot be received: %(what)s Take that out and add the file again.")
                % {"name": file.name, "what": found[0]["message"]},
                "files",
            )
    answer = HearingAnswer.objects.create(
        hearing=hearing,
        html=clean,
        is_nothing_to_remark=is_nothing_to_remark,
        absent=absent,
        dissent=dissent.strip(),
        answered_on=answered_on,
        answered_by=answered_by,
        received_how=received_how,
        by=actor,
        at=timezone.now(),
        is_late=answered_on > hearing.round.deadline,
    )
    HearingFile.objects.bulk_create(
        HearingFile(
            answer=answer,
            title=title_of(file.name),
            file_name=file.name,
            media_type=file.media_type,
            size=file.size,
            sha256=file.sha256,
            findings=file.findings,
        )
        for file in files
    )
    _stop_answered(hearing, answer)
    return answer


def _stop_answered(hearing: Hearing, answer: HearingAnswer) -> None:
    """What the case's way says: the first answer is the treatment, a newer one an addition."""
    stop = hearing.stop
    words = plain_text(answer.html).strip() or "Svaret er vedlagt som fil."
    if answer.dissent:
        words = f"{words}\n\nMindretalsudtalelse: {answer.dissent}"
    if stop.state == StopState.TREATED:
        DecisionAddendum.objects.create(
            stop=stop,
            text=f"Nyt høringssvar i stedet for det tidligere:\n{words}",
            by=answer.by,
            at=answer.at,
        )
    else:
        stop.state, stop.decided_on, stop.decision_text = (
            StopState.TREATED,
            answer.answered_on,
            words,
        )
        stop.outcome = Outcome.NONE if answer.is_nothing_to_remark else Outcome.DISCUSSED
        stop.absent, stop.meeting, stop.postponed_to, stop.reason = answer.absent, None, None, ""
        stop.recorded_by, stop.recorded_at = answer.by, answer.at
        stop.save()
    hearing.answered_at = answer.at
    hearing.save(update_fields=["answered_at"])


def _told(hearing: Hearing, answer: HearingAnswer, words: str, code: str) -> None:
    event_record(
        code=code,
        sentence=f"{words} {case_in_words(hearing.stop.case)}.",
        actor=answer.by,
        subject=answer,
        subject_key=f"case:{hearing.stop.case_id}",
        details={
            "hearing": hearing.pk,
            "answer": answer.pk,
            "stop": hearing.stop_id,
            "late": answer.is_late,
        },
    )
    answer_came(hearing, answer)
    answers_in_check(hearing.round, actor=answer.by)
