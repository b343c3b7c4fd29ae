"""Where meetings, documents and items are found: every address of the archive is made here."""

from django.urls import reverse

from sagsgang.web.archive.models import Meeting


def meeting_address(meeting: Meeting, page: str = "meeting", kind: str = "", **more: str) -> str:
    """The address of a page about a meeting; `kind` only for the document that is not the first
    one.
    """
    parts = {
        "municipality": meeting.body.municipality.slug,
        "body": meeting.body.slug,
        "meeting": meeting.slug,
        **more,
    }
    if kind:
        return reverse(f"archive:{page}_of_kind", kwargs={**parts, "kind": kind})
    return reverse(f"archive:{page}", kwargs=parts)
