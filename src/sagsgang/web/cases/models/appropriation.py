"""The appropriation statement of a case, and the municipality's revisions it can belong to."""

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.models.case import Case
from sagsgang.web.cases.models.section import Section


class AppropriationRound(models.Model):
    """A round of the year in which appropriations are changed, such as number 2 of 2026, and when
    the committees, the finance committee and the council treat it.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="appropriation_rounds"
    )
    name = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    committees_from = models.DateField(null=True, blank=True)
    committees_to = models.DateField(null=True, blank=True)
    finance_committee_on = models.DateField(null=True, blank=True)
    council_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-year", "council_on", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "year", "name"], name="appropriation_round_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


class AppropriationStatement(models.Model):
    """`content` is the statement as JSON (`appropriation/keeping.py`), `section` its place in the
    case's text, written from it; `revision` counts changes, and a change names the one it is based
    on.
    """

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, related_name="appropriation_statement"
    )
    section = models.OneToOneField(
        Section, on_delete=models.CASCADE, related_name="appropriation_statement"
    )
    round = models.ForeignKey(
        AppropriationRound,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    content = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case}"
