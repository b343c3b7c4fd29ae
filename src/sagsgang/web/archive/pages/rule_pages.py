"""A rule's Markdown page as HTML: it is ours, and HTML inside it is shown as text all the same."""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from sagsgang.checking import UnknownRule, all_rules, explain, rule
from sagsgang.checking.rule import Rule

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_FIRST_HEADING = re.compile(r"\A\s*# .*$", re.MULTILINE)
_FIRST_SECTION = re.compile(r"^## .+?$\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule and its page; `html` is safe to show and begins at second-level headings."""

    rule: Rule
    html: SafeString


def rule_list() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return all_rules()


@cache
def rule_page(code: str) -> RulePage | None:
    """The page of the rule with this code; None when there is no such rule."""
    try:
        found = rule(code)
    except UnknownRule:
        return None
    markdown = _FIRST_HEADING.sub("", explain(found.code), count=1)
    return RulePage(found, mark_safe(_MARKDOWN.render(markdown)))


@cache
def help_blocks(code: str) -> SafeString:
    """The first section of a rule's page, "Hvad reglen ser efter", as HTML; empty for an unknown
    rule.
    """
    try:
        first = _FIRST_SECTION.search(explain(code))
    except UnknownRule:
        first = None
    return mark_safe(_MARKDOWN.render(first["text"]) if first else "")
