"""A municipality, and a body that meets in it."""

from django.db import models


class Municipality(models.Model):
    """`slug` is its place in addresses and what makes two spellings of its name one municipality.

    `name` is empty for documents that do not say which municipality they are from.
    `sort_key` holds Danish alphabetical order as bytes, so that no database's collation takes part.
    """

    name = models.CharField(max_length=200, blank=True)
    slug = models.SlugField(max_length=120, unique=True)
    sort_key = models.BinaryField(max_length=1000)
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ["sort_key", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class BodyKind(models.TextChoices):
    """What kind of body it is; the Danish words are in the catalogue."""

    COUNCIL = "council"
    FINANCE_COMMITTEE = "finance_committee"
    COMMITTEE = "committee"
    SPECIAL_COMMITTEE = "special_committee"
    DIRECTION = "direction"
    MED_COMMITTEE = "med_committee"
    ADVISORY_COUNCIL = "advisory_council"
    JOINT_MEETING = "joint_meeting"
    DIALOGUE_MEETING = "dialogue_meeting"


#: Bodies of politicians, whose decisions the public reads.
POLITICAL = frozenset(
    {
        BodyKind.COUNCIL,
        BodyKind.FINANCE_COMMITTEE,
        BodyKind.COMMITTEE,
        BodyKind.SPECIAL_COMMITTEE,
    }
)


class Counting(models.TextChoices):
    """Whether the day of sending is one of the weekdays before a meeting."""

    CLEAR = "clear"
    INCLUSIVE = "inclusive"


class Body(models.Model):
    """`match_key` is the same for `Økonomiudvalg` and `Økonomiudvalget`; `slug` is its place in
    addresses.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200, blank=True)
    slug = models.SlugField(max_length=160)
    match_key = models.CharField(max_length=160)
    sort_key = models.BinaryField(max_length=1000)
    kind = models.CharField(max_length=20, choices=BodyKind, blank=True)
    #: Dates of force; a body that was closed keeps its history and gets nothing new.
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    #: Works here: cases, meeting plan and members are kept. Others are known from the archive only.
    is_in_workplace = models.BooleanField(default=False)
    #: Where its rules of procedure differ from the municipality's way of counting; None and empty
    #: mean that they do not.
    weekdays_before = models.PositiveSmallIntegerField(null=True, blank=True)
    counting = models.CharField(max_length=10, choices=Counting, blank=True)
    saturday_is_weekday = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["sort_key", "slug"]
        verbose_name_plural = "bodies"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="body_closes_after_it_starts",
            ),
            models.UniqueConstraint(fields=["municipality", "slug"], name="body_slug_once"),
            models.UniqueConstraint(
                fields=["municipality", "match_key"], name="body_match_key_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug
