"""Which sections a case has: the municipality's own template."""

from django.db import models

from sagsgang.minutes import SectionKind
from sagsgang.web.bodies.models import Municipality

SECTION_KINDS = [(kind.value, kind.name) for kind in SectionKind]


class CaseTemplate(models.Model):
    """`origin` names the template of the product that it was made from, if any."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="case_templates"
    )
    name = models.CharField(max_length=100)
    note = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=40, blank=True)
    is_default = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    #: Counts changes, and a change names the one it is based on.
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-is_default", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="case_template_name_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TemplateSection(models.Model):
    """`nothing_text` is what one click writes in the section; empty where that is not offered."""

    template = models.ForeignKey(CaseTemplate, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=SECTION_KINDS)
    level = models.PositiveSmallIntegerField(default=1)
    is_required = models.BooleanField(default=False)
    is_public = models.BooleanField(default=True)
    help_text = models.CharField(max_length=500, blank=True)
    nothing_text = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.heading
