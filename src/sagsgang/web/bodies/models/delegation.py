"""The delegation plan: which body decides what."""

from django.db import models

from sagsgang.web.bodies.models.body import Body, Municipality


class DelegationRule(models.Model):
    """Cases about `subject` are decided by `decides`; `kle_prefix` (`15.20`) finds it by number."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="delegation_rules"
    )
    subject = models.CharField(max_length=200)
    kle_prefix = models.CharField(max_length=12, blank=True)
    decides = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decides_on")
    legal_basis = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["kle_prefix", "subject"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kle_prefix"],
                condition=~models.Q(kle_prefix=""),
                name="delegation_kle_prefix_once",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
