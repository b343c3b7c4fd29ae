"""The minutes as they are read on a page of the workplace."""

from django.utils.safestring import SafeString, mark_safe

from sagsgang.minutes import Minutes
from sagsgang.rendering.html import main_html


def document_shown(minutes: Minutes) -> SafeString:
    """The document, set as everywhere; everything in it is escaped where it is set."""
    return mark_safe(main_html(minutes, below=1))
