"""What an indicator counts: its page, and its expression in words."""

import re
from collections.abc import Mapping
from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from sagsgang.figures.indicator import Indicator

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TITLE = re.compile(r"\A\s*# .*$", re.MULTILINE)
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_EXAMPLE = re.compile(r"^```eksempel\n(.*?)^```", re.MULTILINE | re.DOTALL)
#: "original = 1.000", or "=> 46,2 pct.".
_LINE = re.compile(r"\A(?:([a-z_]+) =|=>)")
_SIGNS = {"*": "×", "min": "det mindste af ", "max": "det største af "}


def page_html(indicator: Indicator) -> SafeString:
    """The page below its title, safe to show; its headings begin at the second level. Its examples
    say what they count by its title.
    """
    titles = titles_of(indicator)

    def told(example: re.Match[str]) -> str:
        lines = [_LINE.sub(lambda line: _told(line, titles), row) for row in example[1].split("\n")]
        return "```\n" + "\n".join(lines) + "```"

    return _html(_EXAMPLE.sub(told, indicator.page.read_text(encoding="utf-8")))


@cache
def _html(text: str) -> SafeString:
    return mark_safe(_MARKDOWN.render(_TITLE.sub("", text, count=1)))


def _told(line: re.Match[str], titles: Mapping[str, str]) -> str:
    return f"{titles.get(line[1], line[1])} =" if line[1] else "Resultat:"


def titles_of(indicator: Indicator) -> dict[str, str]:
    """The Danish titles of what its expression and its examples name."""
    declared = indicator.declared
    return {
        name: each.title for name, each in (*declared.inputs.items(), *declared.parameters.items())
    }


def expression_in_words(indicator: Indicator) -> str:
    """ "(Ændrede og ophævede + Hjemviste) / (…) × 100": the expression with the Danish titles of
    what it names.
    """
    titles = titles_of(indicator)

    def named(found: re.Match[str]) -> str:
        return titles.get(found[0], _SIGNS.get(found[0], found[0]))

    return _NAME.sub(named, indicator.declared.expression).replace("*", _SIGNS["*"])
