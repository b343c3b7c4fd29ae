"""The form of a decision: words, outcome, point by point, what it asks for, who is empowered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.reading.content.decisions import outcome_of
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.meetings.deciding.asking import QUESTIONS, Asked
from sagsgang.web.meetings.deciding.parts import NOT_TAKEN_WORDS, Point
from sagsgang.web.meetings.deciding.services import Ask
from sagsgang.web.meetings.deciding.wording import meaning_of
from sagsgang.web.meetings.models import AskedFor, ItemDecision
from sagsgang.web.routes.forms.stops import BodyField, day_field, fill_meetings
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.services.stops_treated import numbers_in
from sagsgang.web.routes.wording import OUTCOMES

#: The fields of a point.
_OF = ("outcome", "text", "next")
#: So many things can be asked for in one decision.
ASKS = 4
WHATS = [("follow_up", _("Follow-up")), ("invitation", _("Invitation"))]


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point of the recommendation with its fields."""

    point: Point
    outcome: BoundField
    words: BoundField
    onto: BoundField


@dataclass(frozen=True, slots=True)
class AskRow:
    """One thing that is asked for with its fields; it is due at a meeting or by a day."""

    number: int
    what: BoundField
    text: BoundField
    owner: BoundField
    meeting: BoundField
    until: BoundField


class DecisionForm(OperationForm):
    """What was decided. Without an outcome the words tell it; without words the phrase does."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("The decision, word for word"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-decision-text": ""}),
    )
    outcome = forms.ChoiceField(label=_("What came of it"), required=False)
    next_body = BodyField(label=_("The case goes on to"), required=False)
    public_text = forms.CharField(
        label=_("What the public may read of the decision"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    take_asks = forms.BooleanField(
        label=_("Follow up on what the words ask for"), required=False, initial=True
    )
    empowered_text = forms.CharField(
        label=_("What they may decide"), max_length=500, required=False
    )
    empowered_people = forms.MultipleChoiceField(
        label=_("Who is empowered"), required=False, widget=forms.CheckboxSelectMultiple
    )
    empowered_until = day_field(_("At the latest"))

    def __init__(
        self,
        *args: Any,
        bodies: Iterable[Any],
        people: Iterable[Any],
        points: Sequence[Point],
        meetings: Sequence[Any] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        bodies = list(bodies)
        self.points = points
        self.people = {str(person.pk): person for person in people}
        self.asked = ""
        chosen = [(key, str(person)) for key, person in self.people.items()]
        outcomes = [(key, words) for key, words in OUTCOMES.items() if key != "postponed"]
        self.fields["outcome"].choices = [("", gettext("As the words say")), *outcomes]
        self.fields["next_body"].fill(bodies, gettext("The next on the way"))
        self.fields["empowered_people"].choices = chosen
        by_point = [(key, words) for key, words in outcomes if key != "mixed"]
        for point in points:
            number: dict[str, int] = {"number": point.number}
            self.fields[f"outcome_{point.number}"] = forms.ChoiceField(
                label=gettext("Point %(number)s: outcome") % number,
                required=False,
                choices=[("", gettext("As the whole")), *by_point],
            )
            self.fields[f"text_{point.number}"] = forms.CharField(
                label=gettext("Point %(number)s: words") % number, required=False, max_length=2000
            )
            field = BodyField(
                label=gettext("Point %(number)s: goes on to") % number, required=False
            )
            field.fill(bodies, gettext("The next on the way"))
            self.fields[f"next_{point.number}"] = field
        for each in range(1, ASKS + 1):
            self.fields[f"what_{each}"] = forms.ChoiceField(
                label=gettext("What"), required=False, choices=WHATS
            )
            self.fields[f"ask_{each}"] = forms.CharField(
                label=gettext("What is asked for"), required=False, max_length=500
            )
            self.fields[f"owner_{each}"] = forms.CharField(
                label=gettext("Who"), required=False, max_length=200
            )
            due = forms.TypedChoiceField(
                label=gettext("To the meeting"), required=False, empty_value=None
            )
            fill_meetings(due, meetings, gettext("No meeting"))
            self.fields[f"meeting_{each}"] = due
            self.fields[f"until_{each}"] = day_field(gettext("At the latest"))

    def rows(self) -> list[PointRow]:
        """The fields point by point."""
        return [
            PointRow(
                point,
                self[f"outcome_{point.number}"],
                self[f"text_{point.number}"],
                self[f"next_{point.number}"],
            )
            for point in self.points
        ]

    def ask_rows(self) -> list[AskRow]:
        """The fields of what is asked for."""
        return [
            AskRow(
                n, *(self[f"{name}_{n}"] for name in ("what", "ask", "owner", "meeting", "until"))
            )
            for n in range(1, ASKS + 1)
        ]

    def question(self) -> Any:
        """What must be answered before this is written."""
        return QUESTIONS[self.asked] if self.asked else ""

    def has_asks(self) -> bool:
        """Whether something is asked for, or somebody empowered, so that the fields are shown."""
        names = ["ask_1", "empowered_text", "empowered_people", "empowered_until"]
        return any(self[name].value() for name in names) or any(
            self[name].errors for name in [*names, *(f"until_{n}" for n in range(1, ASKS + 1))]
        )

    def has_parts(self) -> bool:
        """Whether the points differ, or could."""
        return len(self.points) > 1

    def once(self, name: str, do: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
        """As every form; and what was asked is asked here."""

        def asking() -> dict[str, Any]:
            try:
                return do()
            except Asked as asked:
                self.asked = asked.code
                raise

        return super().once(name, asking)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        sent: Any = getattr(self, "data")  # noqa: B009 - its type is Django's own
        phrase = sent.get("phrase", "").strip()
        words = cleaned.get("text", "").strip()
        if phrase:
            # One press says it all: what stood there before gives way, what was typed now stays.
            for name in ("text", "outcome", *(f"{n}_{p.number}" for p in self.points for n in _OF)):
                if name not in self.changed_data:
                    cleaned[name] = ""
            words = cleaned["text"].strip()
            words = words if words.startswith(phrase) else f"{phrase}\n{words}".strip()
            sent = sent.copy()
            sent[self.add_prefix("text")] = words
            self.data = sent
        cleaned["text"] = words
        cleaned["parts"] = self._parts(cleaned)
        cleaned["asked_for"] = self._asks(cleaned)
        cleaned["confirmed"] = self.data.getlist("confirmed")
        return cleaned

    def _parts(self, cleaned: dict[str, Any]) -> list[PointDecision]:
        found = []
        for point in self.points:
            outcome = cleaned.get(f"outcome_{point.number}") or ""
            words = (cleaned.get(f"text_{point.number}") or "").strip()
            onto = cleaned.get(f"next_{point.number}") or None
            if not (outcome or words or onto):
                continue
            if not outcome:
                outcome = str(outcome_of(words) or ("recommended" if onto else ""))
            if not outcome:
                message = gettext("Choose what came of point %(numbers)s.")
                self.add_error(f"outcome_{point.number}", message % {"numbers": point.number})
                continue
            found.append(PointDecision(str(point.number), outcome, words, onto))
        return found

    def _asks(self, cleaned: dict[str, Any]) -> list[Ask]:
        found = []
        for number in range(1, ASKS + 1):
            text = (cleaned.get(f"ask_{number}") or "").strip()
            owner = (cleaned.get(f"owner_{number}") or "").strip()
            until, meeting = cleaned.get(f"until_{number}"), cleaned.get(f"meeting_{number}")
            if meeting is not None:
                until = timezone.localdate(meeting.starts_at)
            what = cleaned.get(f"what_{number}") or AskedFor.What.FOLLOW_UP
            if text or (owner and what == AskedFor.What.INVITATION):
                found.append(Ask(text or owner, what=what, owner=owner, until=until))
        people = tuple(self.people[key] for key in cleaned.get("empowered_people") or ())
        if not found and cleaned.get("take_asks"):
            numbers = [point.number for point in self.points]
            said = meaning_of(cleaned["text"], numbers).asks
            # Those who are empowered are named below: the same sentence asks for nothing more.
            told = [text for text in said if not (people and outcome_of(text) == "delegated")]
            found = [Ask(text[:500]) for text in told]
        may, until = cleaned.get("empowered_text", "").strip(), cleaned.get("empowered_until")
        if people or may:
            if not people:
                self.add_error("empowered_people", gettext("Say who is empowered."))
            found.append(
                Ask(
                    may or gettext("To answer on the body's behalf"),
                    what=AskedFor.What.DELEGATION,
                    people=people,
                    until=until,
                )
            )
        return found


def decision_initial(decision: ItemDecision | None, meetings: Iterable[Any] = ()) -> dict[str, Any]:
    """What stands there already, as the form shows it; a day with one of the meetings is that."""
    if decision is None:
        return {"revision": 0}
    found: dict[str, Any] = {
        "revision": decision.revision,
        "text": "" if decision.is_nothing_recorded else decision.text,
        "outcome": "" if decision.outcome in ("mixed", "postponed") else decision.outcome,
        "next_body": decision.next_body_id,
        "public_text": decision.public_text,
        "take_asks": False,
    }
    for part in decision.parts.all():
        if part.text == NOT_TAKEN_WORDS:
            continue
        for number in numbers_in(part.numbers) or []:
            found[f"outcome_{number}"] = part.outcome
            found[f"text_{number}"] = part.text
            found[f"next_{number}"] = part.next_body_id
    if decision.parts.all():
        found["outcome"] = ""
    by_day = {timezone.localdate(each.starts_at): each.pk for each in meetings}
    asks = list(decision.asked_for.prefetch_related("people"))
    delegation = next((each for each in asks if each.what == AskedFor.What.DELEGATION), None)
    others = [each for each in asks if each.what != AskedFor.What.DELEGATION]
    for number, asked in enumerate(others[:ASKS], start=1):
        found[f"what_{number}"], found[f"ask_{number}"] = asked.what, asked.text
        found[f"owner_{number}"] = asked.owner
        found[f"meeting_{number}"] = by_day.get(asked.until)
        found[f"until_{number}"] = None if asked.until in by_day else asked.until
    if delegation is not None:
        found["empowered_text"] = delegation.text
        found["empowered_until"] = delegation.until
        found["empowered_people"] = [str(person.pk) for person in delegation.people.all()]
    return found
