"""How dates, hours, shares and icons are written on a page."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

register = template.Library()


@register.filter
def long_date(value: date | datetime | None) -> str:
    """`mandag den 12. maj 2025`; nothing for None."""
    return formats.date_format(_local(value), gettext("l, j F Y")) if value else ""


@register.filter
def day_date(value: date | datetime | None) -> str:
    """`12. maj 2025`; nothing for None."""
    return formats.date_format(_local(value), gettext("j F Y")) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """`kl. 16.30`; nothing for None."""
    return formats.date_format(_local(value), gettext("\\a\\t H:i")) if value else ""


@register.filter
def iso_date(value: date | datetime | None) -> str:
    """`2025-05-12`, for the `datetime` attribute."""
    return _local(value).strftime("%Y-%m-%d") if value else ""


@register.filter
def percent(share: float) -> str:
    """0.974 as `97 %`, rounded down so that 100 % means that nothing is in doubt."""
    return f"{int(Decimal(str(share)) * 100)} %"


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon of the design system; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("dkfds/img/all-svg-icons.svg"),
        name,
    )


def _local(value: date | datetime) -> date | datetime:
    return (
        timezone.localtime(value)
        if isinstance(value, datetime) and timezone.is_aware(value)
        else value
    )
