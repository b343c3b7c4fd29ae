"""D04: the same sending-on stands in the decisions of several items; it may have been copied."""

import re
from collections import defaultdict
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.decided.place import place_of
from sagsgang.checking.decided.words import decision_sentences
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import DocumentKind, Minutes

CODE = "D04"
TITLE = Words(da="Den samme tilføjelse på flere punkter", en="The same addition on several items")
FAMILY = Family.DECISIONS
SEVERITY = Severity.NOTES
STATUS = Status.FIRM

#: Two items may well go to the same council; from three on it is worth a look.
FEWEST = 3
_SENDS = re.compile(
    r"\b(?:oversend|videresend|fremsend|send|forelæg|genoptag|udsend)\w*", re.IGNORECASE
)
_BLANKS = re.compile(r"\W+")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The sentences that send an item on, by their words."""
    if minutes.kind is not DocumentKind.MINUTES:
        return
    by_words: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, item in enumerate(minutes.items):
        # the first sentence is the decision itself; what follows is added to it
        for sentence in dict.fromkeys(decision_sentences(item)[1:]):
            if _SENDS.search(sentence):
                by_words[_BLANKS.sub(" ", sentence.casefold()).strip()].append((number, sentence))
    for places in by_words.values():
        if len(places) < FEWEST:
            continue
        first, words = places[0]
        item = minutes.items[first]
        numbers = [minutes.items[number].number or str(number + 1) for number, _ in places]
        place, lines = place_of(item, first, words)
        told = " og ".join((", ".join(numbers[:-1]), numbers[-1]))
        yield context.finding(
            context.say(
                da=f"«{words}» står på punkt {told}. Er det ment på dem alle, eller er det "
                "kopieret?",
                en=f"«{words}» stands on items {told}. Is it meant on all, or copied?",
            ),
            confidence=0.5,
            item=item,
            lines=lines,
            printed=[words],
            place=place,
            others=[place_of(minutes.items[at], at, said)[0] for at, said in places[1:]],
        )
