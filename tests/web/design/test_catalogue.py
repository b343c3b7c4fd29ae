"""Every message has its Danish words, and the compiled catalogue is the written one."""

import ast
import gettext
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.template import templatize
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.design.catalogue import catalogue_files, compile_catalogue, read_catalogue

#: Function → which of its arguments are context, message, plural.
CALLS = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
}
STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
IN_TEMPLATE = re.compile(rf"(?<![A-WYZa-z])({'|'.join(CALLS)})\(((?:{STRING}[,\s]*)+)")
WEB = Path(settings.LOCALE_PATHS[0]).parent
MAIN = "locale"
CATALOGUES = catalogue_files()


def room(path: Path) -> str:
    """The app that a file of the website belongs to; `locale` for the main catalogue."""
    return path.relative_to(WEB).parts[0]


def name(path: Path) -> str:
    return str(path.relative_to(WEB))


@cache
def words_of(path: Path) -> dict[str, str]:
    """What a catalogue says, without its header."""
    catalogue = read_catalogue(path.read_text(encoding="utf-8"))
    assert "charset=UTF-8" in catalogue.pop(""), path
    return catalogue


@cache
def written_in_source() -> dict[str, set[str]]:
    """By app, the keys of everything that the website asks a translation for."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in WEB.rglob("*.py"):
        if "migrations" not in path.parts:
            found[room(path)] |= set(calls_in(path.read_text(encoding="utf-8")))
    for path in WEB.rglob("*.html"):
        python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        for call, arguments in IN_TEMPLATE.findall(python):
            found[room(path)] |= set(calls_in(f"{call}({arguments.rstrip(', ')})"))
    return dict(found)


def calls_in(source: str) -> Iterator[str]:
    """The keys of the calls in a piece of Python."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called in CALLS:
                context, message, plural = (
                    None if at is None else ast.literal_eval(node.args[at]) for at in CALLS[called]
                )
                key = message if plural is None else f"{message}\x00{plural}"
                yield key if context is None else f"{context}\x04{key}"


def test_the_search_sees_templates_and_python():
    found = set().union(*written_in_source().values())
    assert "Skip to the content of the page" in found
    assert "%(n)s item\x00%(n)s items" in found
    assert "follow-up\x04Other" in found
    assert "Members" in found


def test_the_website_reads_every_catalogue_that_was_written():
    assert sorted(WEB.rglob("*.po")) == CATALOGUES


@pytest.mark.parametrize("app", sorted(written_in_source()))
def test_every_message_of_an_app_is_in_its_catalogue_or_the_main_one(app):
    known = set().union(*(words_of(path) for path in CATALOGUES if room(path) in (app, MAIN)))
    assert written_in_source()[app] - known == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_no_message_is_left_over_or_without_words(path):
    written = written_in_source()
    asked = set().union(*written.values()) if room(path) == MAIN else written.get(room(path), set())
    assert words_of(path).keys() - asked == set(), "no longer asked for"
    assert [key for key, words in words_of(path).items() if not words.strip("\x00")] == []


def test_a_message_has_the_same_words_in_every_catalogue():
    # At runtime the catalogues are one; a word with two meanings has a context.
    said: dict[str, set[str]] = defaultdict(set)
    for path in CATALOGUES:
        for key, words in words_of(path).items():
            said[key].add(words)
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_the_placeholders_are_the_same(path):
    for key, words in words_of(path).items():
        wanted = set(re.findall(r"%\(\w+\)s", key))
        assert set(re.findall(r"%\(\w+\)s", words)) == wanted, key


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_the_compiled_catalogue_is_up_to_date(path):
    fresh = compile_catalogue(read_catalogue(path.read_text(encoding="utf-8")))
    assert path.with_suffix(".mo").read_bytes() == fresh, "run: python -m django compile_catalogue"


HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x04"), min_size=1, max_size=30
)


@given(st.dictionaries(WORDS, WORDS))
def test_python_reads_back_what_was_compiled(messages):
    compiled = compile_catalogue({"": HEADER, **messages})
    translations = gettext.GNUTranslations(io.BytesIO(compiled))
    for message, words in messages.items():
        assert translations.gettext(message) == words


def test_contexts_plurals_and_broken_lines_are_read():
    text = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        '# a remark\nmsgctxt "kort"\nmsgid "Other"\nmsgstr "Andet \\"ord\\""\n\n'
        'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s dag"\n'
        'msgstr[1] "%(n)s "\n"dage"\n'
    )
    compiled = gettext.GNUTranslations(io.BytesIO(compile_catalogue(read_catalogue(text))))
    assert compiled.pgettext("kort", "Other") == 'Andet "ord"'
    assert compiled.ngettext("%(n)s day", "%(n)s days", 1) == "%(n)s dag"
    assert compiled.ngettext("%(n)s day", "%(n)s days", 2) == "%(n)s dage"


def test_a_message_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        read_catalogue('msgid "A"\nmsgstr "B"\n\nmsgid "A"\nmsgstr "C"\n')
