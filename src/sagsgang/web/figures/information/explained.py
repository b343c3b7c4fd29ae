"""What an indicator counts: its page, and its expression in words."""

import re
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from sagsgang.figures.indicator import Indicator

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TITLE = re.compile(r"\A\s*# .*$", re.MULTILINE)
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_SIGNS = {"*": "×", "min": "det mindste af ", "max": "det største af "}


def page_html(indicator: Indicator) -> SafeString:
    """The page below its title, safe to show; its headings begin at the second level."""
    return _html(indicator.page)


@cache
def _html(page: Path) -> SafeString:
    return mark_safe(_MARKDOWN.render(_TITLE.sub("", page.read_text(encoding="utf-8"), count=1)))


def expression_in_words(indicator: Indicator) -> str:
    """ "(Ændrede og ophævede + Hjemviste) / (…) × 100": the expression with the Danish titles of
    what it names.
    """
    declared = indicator.declared
    titles = {
        name: each.title for name, each in (*declared.inputs.items(), *declared.parameters.items())
    }

    def named(found: re.Match[str]) -> str:
        return titles.get(found[0], _SIGNS.get(found[0], found[0]))

    return _NAME.sub(named, declared.expression).replace("*", _SIGNS["*"])
