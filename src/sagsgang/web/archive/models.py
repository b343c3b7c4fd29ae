"""A meeting, the documents that were read about it, and the items of each document."""

from django.db import models
from django.db.models import F, Q

from sagsgang.web.bodies.models import Body
from sagsgang.web.publishing.models import Publication


class Meeting(models.Model):
    """`slug` is the date, with the hour added when a body meets twice a day; it never changes.

    `starts_at` is null when the document does not say; such a meeting is never merged with another.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField(null=True)
    slug = models.SlugField(max_length=60)

    class Meta:
        ordering = [F("starts_at").desc(nulls_last=True), "-id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "slug"], name="meeting_slug_once"),
            models.UniqueConstraint(fields=["body", "starts_at"], name="meeting_start_once"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.slug}"


class Document(models.Model):
    """One reading of one file; when a newer reading of the minutes supersedes it, the row stays.

    `minutes` and `report` are compressed JSON, exactly as the reader and the checks gave it; `text`
    is the compressed canonical text. `made_by` is the version of the program that read and checked.
    `publication` is set where the house itself published what was read; such a row leaves with it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    minutes = models.BinaryField()
    report = models.BinaryField()
    text = models.BinaryField()
    findings = models.PositiveIntegerField(default=0)
    made_by = models.CharField(max_length=40)
    imported_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, null=True, related_name="archived"
    )

    class Meta:
        ordering = ["-imported_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(superseded_at=None),
                name="document_current_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Copy(models.Model):
    """Another file, of another format, that says the same as a document; not kept as a reading.

    `made_by` is the version of the program that read it and found that it does.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="copies")
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=40)
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ["imported_at", "id"]
        verbose_name_plural = "copies"

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """What lists need to know about an item; the whole of it is in the document's JSON at
    `position`.

    `outcome` is empty when the words of the decision fit no known phrase or when there is no
    decision. `case_slug` is the case number's place in addresses.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=40, blank=True)
    slug = models.SlugField(max_length=60)
    title = models.TextField()
    is_closed = models.BooleanField(default=False)
    case_number = models.CharField(max_length=120, blank=True, db_index=True)
    case_slug = models.SlugField(max_length=120, blank=True)
    has_decision = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20, blank=True)
    findings = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="item_position_once"),
            models.UniqueConstraint(fields=["document", "slug"], name="item_slug_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Unindexed(models.Model):
    """A meeting whose documents changed and that the search index does not know yet.

    The row is made in the transaction of the change, so no crash can make the index forget it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.meeting_id)
