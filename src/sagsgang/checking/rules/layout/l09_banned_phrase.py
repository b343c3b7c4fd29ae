"""L09: a word or phrase stands here that the municipality does not publish."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "L09"
TITLE = Words(da="Udtrykket skal ikke bruges", en="Phrase not to be used")
FAMILY = Family.LAYOUT
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The titles and sections against the phrases of `sagsgang.toml`; without any it is silent."""
    for phrase, instead in context.settings.banned.items():
        if not phrase.strip():
            continue
        words = re.compile(rf"(?<!\w){re.escape(phrase.strip())}(?!\w)", re.IGNORECASE)
        for number, item in enumerate(minutes.items):
            for index, section in enumerate(item.sections):
                for found in words.finditer(section.text):
                    yield context.finding(
                        context.say(
                            da=f"Udtrykket «{found.group()}» bruges ikke.",
                            en=f"The phrase “{found.group()}” is not used.",
                        ),
                        confidence=1.0,
                        item=item,
                        lines=section.lines,
                        printed=[found.group()],
                        computed=[instead] if instead else [],
                        suggestion=context.say(da=f"Skriv «{instead}».", en=f"Write “{instead}”.")
                        if instead
                        else None,
                        place=Place(
                            item=number, section=index, spans=((found.start(), found.end()),)
                        ),
                    )
