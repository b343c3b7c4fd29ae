"""What was published, when and by whom: versions, files, PDFs; and what is left out of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.models import Item, Meeting


class PublicMeeting(models.Model):
    """The address of a meeting for everybody: `body_slug` and `place` are given at the first
    publication and never change, whatever the body or the meeting is called later. `revision`
    counts everything that changes its pages.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="public")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="public_meetings")
    body_slug = models.SlugField(max_length=120)
    place = models.CharField(max_length=16)
    starts_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["body_slug", "place"], name="public_place_once"),
        ]

    def __str__(self) -> str:
        return f"{self.body_slug}/{self.place}"


class PublicationKind(models.TextChoices):
    """The two documents of a meeting."""

    AGENDA = "agenda"
    MINUTES = "minutes"


class Publication(models.Model):
    """One version of a document as everybody may read it: `head` is the contract's JSON of the
    public rendition without its items. The newest that is not withdrawn is the one in force.
    """

    class State(models.TextChoices):
        PUBLISHED = "published"
        SUPERSEDED = "superseded"
        WITHDRAWN = "withdrawn"

    public = models.ForeignKey(PublicMeeting, on_delete=models.PROTECT, related_name="publications")
    kind = models.CharField(max_length=10, choices=PublicationKind)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.PUBLISHED)
    head = models.JSONField()
    #: Of the internal document: whether something was changed since.
    source_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    #: What the checks said, and of what was set aside the reason.
    findings = models.JSONField(default=list)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    because = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["kind", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["public", "kind", "number"], name="publication_number_once"
            ),
            models.UniqueConstraint(
                fields=["public", "kind"],
                condition=Q(state="published"),
                name="publication_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public} {self.kind} {self.number}"


class PublishedItem(models.Model):
    """An item of a publication: `content` is its JSON in the public rendition."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    is_closed = models.BooleanField(default=False)
    #: Only of open items: closed ones cannot be followed from case to case.
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="published"
    )
    content = models.JSONField()

    class Meta:
        ordering = ["order"]
        indexes = [models.Index(fields=["publication", "number"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class PublishedFile(models.Model):
    """An open attachment of a published item; the bytes lie with the attachments of the cases."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="files")
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    title = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["sha256"])]

    def __str__(self) -> str:
        return self.title


class PublishedPdf(models.Model):
    """A PDF of a publication, kept under its hash: the whole of it (`item` empty) or one item."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="pdfs")
    item = models.CharField(max_length=20, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    is_sealed = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "item", "is_sealed"], name="published_pdf_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication} {self.item}".strip()


class Redaction(models.Model):
    """Words that are left out of what is published of an item; the reason is printed instead."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="redactions")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="redactions")
    passage = models.TextField()
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.reason
