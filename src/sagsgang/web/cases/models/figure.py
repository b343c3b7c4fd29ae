"""A figure in a case's text: what it asks of the store, and what was last shown or frozen of it."""

from django.conf import settings
from django.db import models

from sagsgang.web.cases.models.case import Case


class FigureForm(models.TextChoices):
    """How a figure stands in the text."""

    NUMBER = "number"
    TABLE = "table"
    CHART = "chart"


class FigurePeriod(models.TextChoices):
    """A period that moves with the data; any other is written, as 2025Q2."""

    LATEST = "latest"
    YEAR_BEFORE = "year_before"


class CaseFigure(models.Model):
    """`number` makes its key in the text, t3. `period` is one that moves, of the length `grain`, or
    one that stands. `shown` is what its HTML says, as `figures/asking.py` made it.

    A row is never deleted: who takes the figure out of the text may bring back the version with it.
    `renewed_from` is how it was worded in the case that this one was made from.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="figures")
    number = models.PositiveIntegerField()
    indicator = models.CharField(max_length=80)
    period = models.CharField(max_length=12, default=FigurePeriod.LATEST)
    grain = models.CharField(max_length=8)
    #: How many periods a table or chart goes back, its own counted.
    periods = models.PositiveSmallIntegerField(default=1)
    by = models.CharField(max_length=60, blank=True)
    where = models.JSONField(default=dict, blank=True)
    given = models.JSONField(default=dict, blank=True)
    price_level = models.PositiveSmallIntegerField(null=True, blank=True)
    form = models.CharField(max_length=8, choices=FigureForm, default=FigureForm.NUMBER)
    #: A number in running text says what it is (“mindreforbrug på …”), or is the value alone.
    is_named = models.BooleanField(default=True)
    words = models.TextField(blank=True)
    shown = models.JSONField()
    html = models.TextField()
    shown_at = models.DateTimeField()
    renewed_from = models.CharField(max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="case_figure_once"),
        ]
        indexes = [models.Index(fields=["indicator"])]

    def __str__(self) -> str:
        return f"{self.case.number} {self.key}"

    @property
    def key(self) -> str:
        """What it is called in the text."""
        return f"t{self.number}"


class FrozenFigure(models.Model):
    """What a figure said when an agenda was sent (`AGENDA`) or its case was decided (`DECISION`);
    never changed. `place` is the meeting by its key, `version` the agenda's.
    """

    class Because(models.TextChoices):
        AGENDA = "agenda"
        DECISION = "decision"

    figure = models.ForeignKey(CaseFigure, on_delete=models.PROTECT, related_name="frozen")
    because = models.CharField(max_length=10, choices=Because)
    meeting = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField()
    #: Where it was, in words: the meeting's body and day.
    place = models.CharField(max_length=200)
    shown = models.JSONField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "because", "meeting", "version"], name="figure_frozen_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.because} {self.place}"
