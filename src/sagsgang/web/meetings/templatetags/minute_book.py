"""The words of the minute book's entries."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sagsgang.minutes.book import BrokenLink
from sagsgang.web.meetings.minute_book.wording import BROKEN, KINDS, entry_lines

register = template.Library()


@register.simple_tag
def entry_kind(row: Any) -> str:
    """What the entry is about."""
    number = row.content.get("number") or row.content.get("item")
    words = str(KINDS[row.what])
    return f"{words} – {number}" if number else words


@register.simple_tag
def entry_in_words(row: Any) -> SafeString:
    """What the entry says, as a list of what is what."""
    rows = entry_lines(row.what, row.content)
    body = format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", rows)
    return format_html('<dl class="book-content">{}</dl>', body)


@register.simple_tag
def broken_in_words(link: BrokenLink) -> str:
    """What is wrong with the chain, and where."""
    return str(BROKEN[link.why]) % {"number": link.number}
