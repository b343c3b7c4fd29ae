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


class Body(models.Model):
    """`match_key` is the same for `Økonomiudvalg` and `Økonomiudvalget`; `slug` is its place in
    addresses.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200, blank=True)
    slug = models.SlugField(max_length=160)
    match_key = models.CharField(max_length=160)
    sort_key = models.BinaryField(max_length=1000)

    class Meta:
        ordering = ["sort_key", "slug"]
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="body_slug_once"),
            models.UniqueConstraint(
                fields=["municipality", "match_key"], name="body_match_key_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug
