"""How an item is referred to in a letter or a report: in Danish, with the address that stays."""

from django.utils import translation
from django.utils.translation import gettext as _

from sagsgang.web.archive.models import Item
from sagsgang.web.archive.naming import body_title, meeting_title, municipality_title
from sagsgang.web.archive.selectors import StoredDocument


def citation(document: StoredDocument, row: Item, address: str) -> str:
    """`Ny Kommune, Havneudvalget, 4. marts 2031, punkt 17: Kajen. https://…`."""
    meeting = document.meeting
    with translation.override("da"):
        place = [
            municipality_title(meeting.body.municipality),
            body_title(meeting.body),
            meeting_title(meeting),
        ]
        if row.number:
            place.append(f"{_('item')} {row.number}")
    title = document.minutes.items[row.position].title.rstrip(".")
    return f"{', '.join(place)}: {title}. {address}"
