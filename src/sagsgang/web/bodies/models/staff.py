"""Which part of the administration's work a person with an account does, and for which body."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sagsgang.web.bodies.models.body import Body, Municipality


class Role(models.TextChoices):
    """The roles that are assigned; chair and member follow from memberships."""

    CASE_OFFICER = "case_officer"
    MANAGER = "manager"
    FINANCE_REVIEWER = "finance_reviewer"
    SECRETARY = "secretary"
    ANALYST = "analyst"


class Assignment(models.Model):
    """`user` has `role` for `body`, or for every body of the municipality when `body` is None."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="assignments"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments"
    )
    role = models.CharField(max_length=20, choices=Role)
    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, null=True, blank=True, related_name="assignments"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["role", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "body"],
                condition=Q(ends_on__isnull=True, body__isnull=False),
                name="assignment_for_a_body_once",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "municipality"],
                condition=Q(ends_on__isnull=True, body__isnull=True),
                name="assignment_for_all_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="assignment_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
