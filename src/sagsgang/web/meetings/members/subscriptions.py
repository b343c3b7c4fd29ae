"""What happens to cases, told to those who follow them: only to those who may see it."""

from django.urls import reverse
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.review.telling import tell
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.routes.models import CaseStop

_WHY = "du følger sagen"
KINDS = {
    "followed_decided": ("En sag, du følger, er behandlet", _WHY),
    "followed_on_agenda": ("En sag, du følger, er på en dagsorden", _WHY),
    "followed_withdrawn": ("En sag, du følger, er trukket tilbage", _WHY),
    "absence_told": ("Et medlem melder afbud", "du er sekretær for udvalget"),
    "disqualification_raised": ("Et medlem kan være inhabilt", "du er sekretær for udvalget"),
    "item_raised": ("Et medlem ønsker et punkt på dagsordenen", "du er sekretær for udvalget"),
}


def subscribe() -> None:
    """Told once, when the website starts."""
    for code, (title, why) in KINDS.items():
        kind_register(code, title, why)
    event_subscribe("decision_recorded", decided)
    event_subscribe("stop_dispatched", on_an_agenda)
    event_subscribe("stop_withdrawn", treatment_withdrawn)
    event_subscribe("case_withdrawn", withdrawn)


def decided(happening: Happening) -> None:
    """A body has treated the case."""
    stop: CaseStop = happening.subject
    _tell(happening, stop.case, "followed_decided", f"{stop.body} har behandlet {{case}}.")


def on_an_agenda(happening: Happening) -> None:
    """The case is on an agenda that was sent."""
    stop: CaseStop = happening.subject
    on = ""
    if stop.meeting is not None:
        on = f" den {danish_day(timezone.localdate(stop.meeting.starts_at))}"
    text = f"{{case}} er på dagsordenen i {stop.body}{on}."
    _tell(happening, stop.case, "followed_on_agenda", text)


def treatment_withdrawn(happening: Happening) -> None:
    """A treatment that was given out will not be."""
    stop: CaseStop = happening.subject
    if stop.dispatched_at is None or stop.case.state == "withdrawn":
        return
    text = f"Behandlingen af {{case}} i {stop.body} er trukket tilbage."
    _tell(happening, stop.case, "followed_withdrawn", text)


def withdrawn(happening: Happening) -> None:
    """The case goes nowhere."""
    _tell(happening, happening.subject, "followed_withdrawn", "{case} er trukket tilbage.")


def _tell(happening: Happening, case: Case, code: str, text: str) -> None:
    users = list(User.objects.filter(followed_cases__case=case, is_active=True))
    if not users:
        return
    words = text.replace("{case}", case_in_words(case))
    tell(
        users=users,
        case=case,
        code=code,
        text=words[:1].upper() + words[1:],
        why=_WHY,
        path=reverse("routes:way", args=[case.pk]),
        actor=happening.actor,
    )
