"""When a named thing began, as the text says it, in one place and in another."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Passage, Prose
from sagsgang.checking.sameness.when import When, read_when
from sagsgang.checking.sameness.words import content, stem
from sagsgang.minutes import AgendaItem

#: Verbs of the same beginning; another verb may be another event of the same thing.
_VERBS = {
    "founded": r"etablere(?:t|s|des)|etablerede|opret(?:tet|tes|tedes)|oprettede|stiftet|grundlagt"
    r"|nedsat|dannet|skabt",
    "opened": r"åbne(?:t|de)s?|indvie(?:t|de|des)|slog dørene op",
    "started": r"starte(?:t|de)s?|begyndt(?:e)?|igangsat|påbegyndt|sat i gang|søsat|lanceret",
    "in force": r"trådte i kraft|trådt i kraft|træder i kraft|træder i kraft",
    "adopted": r"vedtaget|vedtog",
}
_VERB = re.compile(
    r"(?<![a-zæøå])(?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{verbs})" for name, verbs in _VERBS.items())
    + r")(?![a-zæøå])"
)
#: The date right after the verb, or before it: "åbnede den D", "i D blev holdet etableret".
_AFTER = re.compile(
    r"(?: (?:allerede|først|officielt))?"
    r"(?: den| d\.| i| pr\.?| fra| med virkning fra| ved)?:? ?(?P<when>[DY])"
)
_BEFORE = re.compile(
    r"(?:^|\| ?)(?:i|den|pr\.?|d\.)? ?(?P<when>[DY]),? (?:blev|åbnede|startede|begyndte) "
)
#: The thing begins anew, in part, or elsewhere.
_ANOTHER = re.compile(
    r"gen(?:etabler|oprett|åbn|start)|\bigen\b|på ny\b|\bforsøg|\bpilot|\bprøve|permanent"
    r"|midlertidig|\betape|\bfase|\brunde|\bhold\b|\bafdeling|\bfilial|udvid|\bny(?:e|t)?\b|\banden\b|\bandet\b"
    r"|\bnæste\b|\bsidste\b|\bførste\b|\boprindelig|\btidligere\b|\bforløber"
)
_WORD = re.compile(r"[a-zæøå][a-zæøå0-9-]+")
#: Shorter words ("projektet", "aftalen") name several things, unless the title names one so.
_FEWEST_LETTERS = 9
#: What begins anew every year or so.
_RECURRING = ("budget", "regnskab", "forlig", "skoleår", "sæson", "kursus", "kurser", "plan", "lov")
MOST_BEGINNINGS = 200


@dataclass(frozen=True, slots=True)
class Beginning:
    """`thing` (a stem) began `when`, as the passage says at `start`–`end` of its section."""

    thing: str
    verb: str
    when: When
    section: int
    start: int
    end: int
    is_another: bool


def beginnings(item: AgendaItem, prose: Prose) -> list[Beginning]:
    """What the item says of when things began."""
    title = stems_of(item.title.lower())
    found: list[Beginning] = []
    for passage in prose.passages:
        for match in _VERB.finditer(passage.shape):
            if len(found) >= MOST_BEGINNINGS:
                return found
            beginning = _beginning(item, passage, match, title)
            if beginning:
                found.append(beginning)
    return found


def _beginning(
    item: AgendaItem, passage: Passage, verb: re.Match[str], title: frozenset[str]
) -> Beginning | None:
    shape = passage.shape
    first = shape.rfind("|", 0, verb.start()) + 1
    last = shape.find("|", verb.end())
    sentence = shape[first : last if last >= 0 else len(shape)]
    after = _AFTER.match(shape, verb.end())
    before = _BEFORE.match(shape, max(0, first - 1)) if not after else None
    found = after or before
    if found is None:
        return None
    mark = passage.marks[bisect_left(passage.at, found.start("when"))]
    text = item.sections[passage.section].text
    when = read_when(text[mark.start : mark.end])
    thing = _thing(shape[(before.end() if before else first) : verb.start()], title)
    if when is None or thing is None or thing.startswith(_RECURRING_STEMS):
        return None
    return Beginning(
        thing=thing,
        verb=verb.lastgroup or "",
        when=when,
        section=passage.section,
        start=mark.start,
        end=mark.end,
        is_another=_ANOTHER.search(sentence) is not None,
    )


def stems_of(text: str) -> frozenset[str]:
    """The stems of the longer words of a text in lower case."""
    words = (content(match.group()) for match in _WORD.finditer(text))
    return frozenset(word for word in words if word and len(word) > 3)


def _thing(words: str, title: frozenset[str]) -> str | None:
    """What began: the last word of the title before the verb, else the last noun-like word; a mere
    "det" is what the title names.
    """
    clause = words.rpartition(",")[2] if "," in words else words
    stems = [content(match.group()) for match in _WORD.finditer(clause)]
    named = [word for word in stems if word and len(word) > 3]
    named = [word for word in named if word in title or len(word) >= _FEWEST_LETTERS]
    if clause.strip() in ("det", "den", "siden det", "siden den"):
        return _only(title)
    return next((word for word in reversed(named) if word in title), named[-1] if named else None)


def _only(title: frozenset[str]) -> str | None:
    """The one word of a title that names a thing, when there is only one that may."""
    names = [word for word in title if word not in _OF_TITLES]
    return names[0] if len(names) == 1 else None


_RECURRING_STEMS = tuple(stem(word) for word in _RECURRING)
_OF_TITLES = frozenset(
    content(word)
    for word in ("orientering", "status", "godkendelse", "drøftelse", "evaluering", "resultat")
)


def contradicted(found: list[Beginning]) -> Iterator[tuple[Beginning, Beginning]]:
    """The pairs of beginnings of one thing that cannot both be right."""
    of_thing: dict[tuple[str, str], list[Beginning]] = defaultdict(list)
    for beginning in found:
        of_thing[beginning.thing, beginning.verb].append(beginning)
    for several in of_thing.values():
        first = several[0]
        for other in several[1:]:
            if first.is_another or other.is_another or not first.when.differs(other.when):
                continue
            yield first, other
            break
