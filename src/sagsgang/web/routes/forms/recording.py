"""Forms for what a body decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.reading.content.decisions import read_decision
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.routes.forms.stops import BodyField, day_field
from sagsgang.web.routes.phrases import PHRASES
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.wording import OUTCOMES


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point of the recommendation with its fields."""

    number: int
    text: str
    outcome: BoundField
    words: BoundField
    next_body: BoundField


class RecordForm(OperationForm):
    """What was decided, as a whole and point by point. Without an outcome the words tell it."""

    conditional = frozenset({"phrase", "decision_text"})

    decided_on = day_field(_("Day of the meeting"))
    item_number = forms.CharField(label=_("Item number"), max_length=20, required=False)
    phrase = forms.ChoiceField(
        label=_("Usual words"),
        required=False,
        help_text=_("Choose a phrase, write your own words, or both."),
    )
    decision_text = forms.CharField(
        label=_("The decision, word for word"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    outcome = forms.ChoiceField(label=_("What came of it"), required=False)
    next_body = BodyField(
        label=_("The case goes on to"),
        required=False,
        help_text=_("Only when it is not the next on the way."),
    )
    absent = forms.CharField(label=_("Absent"), max_length=500, required=False)

    def __init__(
        self, *args: Any, bodies: Iterable[Any], points: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        bodies = list(bodies)
        self.points = points
        outcomes = list(OUTCOMES.items())
        self.fields["decided_on"].required = True
        self.fields["decided_on"].widget.attrs["max"] = timezone.localdate().isoformat()
        self.fields["phrase"].choices = [("", gettext("Own words")), *((p, p) for p in PHRASES)]
        self.fields["outcome"].choices = [("", gettext("As the words say")), *outcomes]
        self.fields["next_body"].fill(bodies, gettext("The next on the way"))
        for number, _words in points:
            name = {"number": number}
            self.fields[f"outcome_{number}"] = forms.ChoiceField(
                label=gettext("Point %(number)s: outcome") % name,
                required=False,
                choices=[("", gettext("As the whole")), *outcomes],
            )
            self.fields[f"text_{number}"] = forms.CharField(
                label=gettext("Point %(number)s: words") % name, required=False, max_length=2000
            )
            field = BodyField(label=gettext("Point %(number)s: goes on to") % name, required=False)
            field.fill(bodies, gettext("Nobody in particular"))
            self.fields[f"next_{number}"] = field

    def head(self) -> list[BoundField]:
        """The fields of the decision as a whole."""
        names = ["operation", "decided_on", "item_number", "phrase", "decision_text"]
        return [self[name] for name in [*names, "outcome", "next_body", "absent"]]

    def rows(self) -> list[PointRow]:
        """The fields point by point."""
        return [
            PointRow(n, words, self[f"outcome_{n}"], self[f"text_{n}"], self[f"next_{n}"])
            for n, words in self.points
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        phrase, words = cleaned.get("phrase", ""), cleaned.get("decision_text", "").strip()
        if phrase and not words.startswith(phrase):
            words = f"{phrase}\n{words}".strip()
        cleaned["decision_text"] = words
        read = read_decision(words, recommendations=len(self.points))
        cleaned["points"] = self._parts(cleaned) or [
            PointDecision(_printed(part.covers), str(part.outcome), part.text)
            for part in read.parts
            if part.outcome and set(part.covers) <= {number for number, _text in self.points}
        ]
        if not cleaned.get("outcome"):
            outcomes = {part.outcome for part in cleaned["points"]}
            by_points = outcomes.pop() if len(outcomes) == 1 else "mixed" if outcomes else ""
            found = by_points if not read.outcome or not words else str(read.outcome)
            if not found and "decided_on" in cleaned:
                self.add_error(
                    "outcome", gettext("The words do not say what came of it. Choose it here.")
                )
            cleaned["outcome"] = found
        return cleaned

    def _parts(self, cleaned: dict[str, Any]) -> list[PointDecision]:
        """Points decided alike stand together: 2-3."""
        found: list[tuple[list[int], tuple[str, str, Any]]] = []
        for number, _words in self.points:
            outcome = cleaned.get(f"outcome_{number}") or ""
            words = (cleaned.get(f"text_{number}") or "").strip()
            onto = cleaned.get(f"next_{number}")
            if not (outcome or words or onto):
                continue
            if not outcome:
                read = read_decision(words).outcome
                outcome = str(read) if read else "recommended" if onto else ""
            if not outcome:
                message = gettext("Choose what came of point %(numbers)s.") % {"numbers": number}
                self.add_error(f"outcome_{number}", message)
                continue
            what = (outcome, words, onto)
            if found and found[-1][1] == what and found[-1][0][-1] == number - 1:
                found[-1][0].append(number)
            else:
                found.append(([number], what))
        return [
            PointDecision(_printed(numbers), outcome, words, onto)
            for numbers, (outcome, words, onto) in found
        ]


class AppendForm(OperationForm):
    """Something to add to a recorded decision."""

    text = forms.CharField(label=_("Addition"), widget=forms.Textarea(attrs={"rows": 4}))


def _printed(numbers: Sequence[int]) -> str:
    in_row = list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))
    if in_row and len(numbers) > 1:
        return f"{numbers[0]}-{numbers[-1]}"
    return ", ".join(str(number) for number in numbers)
