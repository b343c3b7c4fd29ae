"""A way that many cases go, to be laid over a new case in one click."""

from django.db import models

from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.routes.models.stop import StopKind


class RouteTemplate(models.Model):
    """Such as "budget follow-up": direction, five committees, finance committee, council."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="route_templates"
    )
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="route_template_name_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RouteTemplateStop(models.Model):
    """As `CaseStop`: the same `step` means side by side. `answer_days` is a hearing's time."""

    template = models.ForeignKey(RouteTemplate, on_delete=models.CASCADE, related_name="stops")
    step = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=StopKind)
    is_deciding = models.BooleanField(default=False)
    answer_days = models.PositiveSmallIntegerField(default=21)

    class Meta:
        ordering = ["step", "id"]

    def __str__(self) -> str:
        return f"{self.step}. {self.body}"
