"""Every message has its Danish words, and the compiled catalogue is the written one."""

import ast
import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.template import templatize
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.design.catalogue import compile_catalogue, read_catalogue

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
CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).rglob("*.po"))


def written_in_source() -> set[str]:
    """The keys of everything that the website asks a translation for."""
    web = Path(settings.LOCALE_PATHS[0]).parent
    found: set[str] = set()
    for path in web.rglob("*.py"):
        if "migrations" not in path.parts:
            found |= set(calls_in(path.read_text(encoding="utf-8")))
    for path in web.rglob("*.html"):
        python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        for name, arguments in IN_TEMPLATE.findall(python):
            found |= set(calls_in(f"{name}({arguments.rstrip(', ')})"))
    return found


def calls_in(source: str) -> Iterator[str]:
    """The keys of the calls in a piece of Python."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in CALLS:
                context, message, plural = (
                    None if at is None else ast.literal_eval(node.args[at]) for at in CALLS[name]
                )
                key = message if plural is None else f"{message}\x00{plural}"
                yield key if context is None else f"{context}\x04{key}"


def test_the_search_sees_templates_and_python():
    found = written_in_source()
    assert "Skip to the content of the page" in found
    assert "%(n)s item\x00%(n)s items" in found
    assert "follow-up\x04Other" in found
    assert "Members" in found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_message_is_translated_and_none_is_left_over(path):
    catalogue = read_catalogue(path.read_text(encoding="utf-8"))
    header = catalogue.pop("")
    assert "charset=UTF-8" in header
    written = written_in_source()
    assert written - catalogue.keys() == set(), "not in the catalogue"
    assert catalogue.keys() - written == set(), "no longer asked for"
    assert [key for key, words in catalogue.items() if not words.strip("\x00")] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_placeholders_are_the_same(path):
    for key, words in read_catalogue(path.read_text(encoding="utf-8")).items():
        if key:
            wanted = set(re.findall(r"%\(\w+\)s", key))
            assert set(re.findall(r"%\(\w+\)s", words)) == wanted, key


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
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
