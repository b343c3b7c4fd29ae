"""A rule's Markdown page as HTML: it is ours, and HTML inside it is shown as text all the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.utils.functional import Promise
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sagsgang.checking import Status, UnknownRule, all_rules, explain, rule
from sagsgang.checking.page import answers, example_from
from sagsgang.checking.rule import Family, Rule
from sagsgang.web.archive.pages.blocks import is_number

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_FIRST_HEADING = re.compile(r"\A\s*# .*$", re.MULTILINE)
_FIRST_SECTION = re.compile(r"^## .+?$\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule and its page; `html` is safe to show and begins at second-level headings."""

    rule: Rule
    html: SafeString


@dataclass(frozen=True, slots=True)
class FamilyRules:
    """The rules that still run of one family; `letter` is what their codes begin with."""

    letter: str
    title: str | Promise
    rules: tuple[Rule, ...]


_FAMILIES = {
    Family.FIGURES: _("Figures"),
    Family.ATTENDANCE: _("Members and absence"),
    Family.DECISIONS: _("Decisions"),
    Family.REFERENCES: _("Titles, case numbers and references"),
    Family.TIME: _("Dates and deadlines"),
    Family.PRIVACY: _("Personal data"),
    Family.APPROPRIATION: _("Appropriations"),
    Family.LAYOUT: _("Layout"),
}


def rules_by_family() -> tuple[FamilyRules, ...]:
    """The families that have rules, in the order they are explained."""
    return tuple(
        FamilyRules(family.value, title, rules)
        for family, title in _FAMILIES.items()
        if (
            rules := tuple(
                each
                for each in all_rules()
                if each.family is family and each.status is not Status.RETIRED
            )
        )
    )


@cache
def rule_page(code: str) -> RulePage | None:
    """The page of the rule with this code; None when there is no such rule."""
    try:
        found = rule(code)
    except UnknownRule:
        return None
    markdown = _FIRST_HEADING.sub("", explain(found.code), count=1)
    return RulePage(found, mark_safe(_MARKDOWN.render(markdown)))


def _fence(renderer: object, tokens: Sequence[Token], index: int, *_rest: object) -> str:
    """An example as the table or text it is, with the rule's answer in words."""
    kind, _space, code = tokens[index].info.strip().partition(" ")
    if kind != "eksempel":
        return format_html("<pre>{}</pre>", tokens[index].content)
    example = example_from(code, tokens[index].content)
    parts = []
    for is_table, group in groupby(
        example.text.strip("\n").split("\n"), key=lambda line: line.startswith("|")
    ):
        lines = list(group)
        if is_table:
            parts.append(_example_table(lines))
        elif any(line.strip() for line in lines):
            parts.append(format_html("<pre>{}</pre>", "\n".join(lines).strip("\n")))
    return format_html(
        '<div class="rule-example">{}<ul class="rule-answers">{}</ul></div>',
        mark_safe("".join(parts)),
        format_html_join("", "<li>{}</li>", ((answer,) for answer in answers(example))),
    )


def _example_table(lines: Sequence[str]) -> str:
    rows = ("".join(map(_example_cell, line.strip().strip("|").split("|"))) for line in lines)
    shown = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<div class="table--responsive-scroll" tabindex="0"><table>{shown}</table></div>'


def _example_cell(text: str) -> str:
    number = ' class="number"' if is_number(text) else ""
    return f"<td{number}>{escape(text.strip())}</td>"


_MARKDOWN.add_render_rule("fence", _fence)


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
