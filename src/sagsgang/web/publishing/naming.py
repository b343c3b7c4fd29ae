"""What a published document is called, wherever it is spoken of in Danish."""

from datetime import datetime

from django.utils import timezone

from sagsgang.web.bodies.writing import danish_day

TITLES = {"agenda": "Dagsorden", "minutes": "Referat"}
DEFINITE = {"agenda": "Dagsordenen", "minutes": "Referatet"}


def document_title(kind: str, body: object, starts_at: datetime) -> str:
    """`Referat: Arbejdsmarkedsudvalget den 12. maj 2026`."""
    return f"{TITLES[kind]}: {body} den {danish_day(timezone.localdate(starts_at))}"
