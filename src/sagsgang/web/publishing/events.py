"""What happens elsewhere and concerns the public: all have approved the minutes."""

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.publishing.models import PublicationKind
from sagsgang.web.publishing.services import publication_renew


def subscribe() -> None:
    """Told once, when the website starts."""
    event_subscribe("minutes_all_approved", all_approved)


def all_approved(happening: Happening) -> None:
    """The published minutes say who has approved them, and their PDF is sealed."""
    publication_renew(
        meeting=happening.subject,
        kind=PublicationKind.MINUTES,
        because="Alle, der deltog, har godkendt referatet.",
    )
