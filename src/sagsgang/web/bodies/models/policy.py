"""What the municipality has set out to do: policies, and the goals in them."""

from django.db import models

from sagsgang.web.bodies.models.body import Body, Municipality


class Policy(models.Model):
    """A policy or strategy with its period; cases cite it."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="policies"
    )
    body = models.ForeignKey(
        Body, on_delete=models.SET_NULL, null=True, blank=True, related_name="policies"
    )
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    address = models.URLField(blank=True)

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "policies"

    def __str__(self) -> str:
        return self.title


class Goal(models.Model):
    """A goal of a policy, or a part of another goal: focus area, effort, goal.

    `origin` tells the minister's goals from the municipality's own.
    """

    class Origin(models.TextChoices):
        LOCAL = "local"
        MINISTER = "minister"

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="goals")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts"
    )
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    target = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.LOCAL)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title
