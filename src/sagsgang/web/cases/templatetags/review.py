"""What forms of one button need, and the finance statement as it is printed."""

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sagsgang.web.cases.models import Case
from sagsgang.web.cases.review.finance import finance_sentence

register = template.Library()


@register.simple_tag
def operation() -> SafeString:
    """The hidden key of a form that is only a button: one for each, so that going back and
    pressing another is another operation.
    """
    return format_html('<input type="hidden" name="operation" value="{}">', uuid4())


@register.simple_tag
def finance_line(case: Case) -> SafeString:
    """The valid statement as it is printed under the financial section; nothing without one."""
    sentence = finance_sentence(case)
    return format_html('<p class="finance-line">{}</p>', sentence) if sentence else SafeString()
