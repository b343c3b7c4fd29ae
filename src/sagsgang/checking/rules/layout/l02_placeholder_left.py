"""L02: a placeholder or a help text of the template is left in."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes

CODE = "L02"
TITLE = Words(da="Pladsholder eller hjælpetekst er glemt", en="Placeholder left in")
FAMILY = Family.LAYOUT
SEVERITY = Severity.BLOCKS
STATUS = Status.TRIAL

_PLACEHOLDER = re.compile(
    r"\[(?:indsæt|skriv|udfyld|navn|dato|beløb|tekst|tal|xx)[^\]\n]{0,80}\]"
    r"|<(?:indsæt|skriv|navn|dato|beløb)[^>\n]{0,80}>|\b[Ll]orem ipsum\b|\bTODO\b"
    r"|(?<![\w-])[Xx]{3,}(?![\w-])|(?<![\w-])XX+(?![\w-])|(?<=kr\. )X\b"
    r"|\b[Ss]kriv (?:her|teksten her)\b|\b[Ii]ndsæt (?:tekst|tal|dato|beløb)(?: her)?\b|\?{3,}"
    r"|\bHjælpetekst:"
)

_SIGNS = ("[", "<", "XX", "xxx", "orem ", "TODO", "kriv ", "ndsæt ", "???", "jælpetekst")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The titles and sections with words that were to be replaced."""
    own = [re.escape(word) for word in context.settings.placeholders if word.strip()]
    words = re.compile("|".join(own)) if own else None
    for number, item in enumerate(minutes.items):
        for text, place, lines in _texts(number, item):
            usual = _PLACEHOLDER.search(text) if _may_hold(text) else None
            for found in (words.search(text) if words else None, usual):
                if found is None:
                    continue
                spans = ((found.start(), found.end()),) if place.section is not None else ()
                yield context.finding(
                    context.say(
                        da=f"Her står stadig «{found.group()}».",
                        en=f"“{found.group()}” is still here.",
                    ),
                    confidence=0.9,
                    item=item,
                    lines=lines,
                    printed=[found.group()],
                    suggestion=context.say(
                        da="Skriv det, der skal stå, eller slet det.",
                        en="Write what is to stand here, or delete it.",
                    ),
                    place=place.model_copy(update={"spans": spans}),
                )
                break


def _may_hold(text: str) -> bool:
    """A quick look for what every placeholder has: most texts have none of it."""
    return any(sign in text for sign in _SIGNS)


def _texts(number: int, item: AgendaItem) -> Iterator[tuple[str, Place, tuple[int, int]]]:
    yield item.title, Place(item=number), item.lines
    for index, section in enumerate(item.sections):
        yield section.text, Place(item=number, section=index), section.lines
