"""R01: a title in the table of contents is not the title that the item has."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "R01"
TITLE = Words(
    da="Titlen i indholdsfortegnelsen er en anden end punktets",
    en="Contents title differs from heading",
)
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

#: Titles at least this alike are the same title with a difference; less alike ones are different
#: titles.
ALIKE = 0.75
#: A title in the contents may be cut off when it has at least this many letters.
LONG = 40
#: More titles than this are not matched: no meeting has so many items.
MAX_TITLES = 300

_NUMBER = re.compile(
    r"^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*)?\d{1,4}\s*[.:)-]?\s+(?=\S)", re.IGNORECASE
)
_CLOSED = re.compile(
    r"^\(?lukket\)?\s*(?:punkt|sag)?\s*[-:]?\s+|\s*[-–(]+\s*lukket\s*\)?$", re.IGNORECASE
)
_IGNORED = re.compile(r"[^\w%§/&+]+")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Each title of the contents against the heading it belongs to, by order and likeness."""
    if not minutes.contents or not minutes.items:
        return
    if len(minutes.contents) > MAX_TITLES or len(minutes.items) > MAX_TITLES:
        yield context.skipped(
            context.say(
                da=f"Over {MAX_TITLES} titler sammenlignes ikke.",
                en=f"More than {MAX_TITLES} titles are not compared.",
            ),
            item=None,
        )
        return
    listed = [_plain(title) for title in minutes.contents]
    headings = [_plain(item.title) for item in minutes.items]
    for entry, number in _pairs(listed, headings):
        if _agree(listed[entry], headings[number]) or _holds_another(
            listed[entry], headings, number
        ):
            continue
        item, title = minutes.items[number], minutes.contents[entry]
        words = _differing(title, item.title)
        yield context.finding(
            context.say(
                da=f"I indholdsfortegnelsen står «{words[0]}», over punktet «{words[1]}».",
                en=f"The contents say «{words[0]}», the heading «{words[1]}».",
            ),
            confidence=0.9,
            item=item,
            lines=(item.lines[0], item.lines[0]),
            printed=[title, item.title],
            suggestion=context.say(
                da="Ret den af titlerne, der er forkert, så de er ens.",
                en="Correct the wrong one, so that they are the same.",
            ),
            place=Place(item=number),
        )


def _plain(title: str) -> str:
    """A title without number, closed mark, case, quotes, dashes, points and doubled blanks."""
    text = unicodedata.normalize("NFKC", title).strip()
    text = _CLOSED.sub("", _CLOSED.sub("", _NUMBER.sub("", text)))
    return _IGNORED.sub(" ", text.casefold()).strip()


def _agree(listed: str, heading: str) -> bool:
    """The same words, or the contents' title cut off."""
    joined, other = listed.replace(" ", ""), heading.replace(" ", "")
    return joined == other or (len(joined) >= 8 and other.startswith(joined))


def _holds_another(listed: str, headings: list[str], number: int) -> bool:
    """True when the entry holds another item's title too: two entries run together, not a wrong
    title.
    """
    return any(
        len(heading) >= 12 and heading in listed
        for other, heading in enumerate(headings)
        if other != number and heading not in headings[number]
    )


def _differing(listed: str, heading: str) -> tuple[str, str]:
    """What is not the same in two titles, from the first word that differs to the last."""
    one, other = listed.split(), heading.split()
    if len(other) > len(one) and len(listed) >= LONG:
        other = other[: len(one)]
    start = 0
    while start < min(len(one), len(other)) and _plain(one[start]) == _plain(other[start]):
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and _plain(one[-1 - end]) == _plain(
        other[-1 - end]
    ):
        end += 1
    differing = (" ".join(one[start : len(one) - end]), " ".join(other[start : len(other) - end]))
    return differing if all(differing) else (listed, heading)


def _pairs(listed: list[str], headings: list[str]) -> Iterator[tuple[int, int]]:
    """(entry, item) pairs that belong together, in the order of both.

    Equal titles are matched first; between them, alike ones in the same order.
    """
    blocks = SequenceMatcher(None, listed, headings, autojunk=False).get_opcodes()
    for tag, first, last, start, stop in blocks:
        if tag == "equal":
            continue
        at = start
        for entry in range(first, last):
            likeness = [
                (_likeness(listed[entry], headings[number]), -number) for number in range(at, stop)
            ]
            if not likeness:
                break
            best, number = max(likeness)
            if best >= ALIKE:
                yield entry, -number
                at = 1 - number


def _likeness(listed: str, heading: str) -> float:
    """How alike two titles are (0–1), the heading being cut to the length of the other."""
    if listed and heading.startswith(listed):
        return 1.0
    cut = heading[: len(listed)] if len(listed) >= LONG else heading
    return SequenceMatcher(None, listed, cut, autojunk=False).ratio()
