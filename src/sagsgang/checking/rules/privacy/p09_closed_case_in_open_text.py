"""P09: a case of a closed item is told of in the open."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.closed import ClosedWords, Leak
from sagsgang.checking.privacy.passage import TITLE as IN_TITLE
from sagsgang.checking.privacy.passage import Passage, passages
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "P09"
TITLE = Words(da="Lukket sag omtalt i åben tekst", en="Closed case told of in open text")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s+[A-ZÆØÅ])[^\n.!?]*)*")
#: The agenda itself is spoken of where it is approved; that a title is there is no secret.
_AGENDA = re.compile(r"dagsorden|punkt(?:et)?\s[0-9]", re.IGNORECASE)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The case number of a closed item in open text, its sentences repeated, and the telling words
    of its title together in one sentence; each once an open item.
    """
    open_numbers = frozenset(
        item.case_number.canonical
        for item in minutes.items
        if item.case_number and not item.is_closed
    )
    closed = [ClosedWords.of(item, open_numbers) for item in minutes.items if item.is_closed]
    if not closed:
        return
    told: set[tuple[int | str | None, int]] = set()
    for passage in passages(minutes, context):
        if passage.is_closed or (passage.item and passage.item.is_closed):
            continue
        if passage.item is None and passage.attachment is None:
            # the contents print the closed items' titles, as they should
            continue
        for number, words in enumerate(closed):
            group = passage.attachment.name if passage.attachment else passage.number
            if (group, number) in told:
                continue
            leak = _leak(words, passage)
            if leak:
                told.add((group, number))
                yield _finding(context, passage, leak)


def _leak(words: ClosedWords, passage: Passage) -> Leak | None:
    leak = next(words.leaks(passage), None)
    if leak or passage.source is IN_TITLE or not words.may_mention(passage.text):
        return leak
    for match in _SENTENCE.finditer(passage.text):
        sentence = match[0]
        is_title = (
            " ".join(words.item.title.split()).casefold() in " ".join(sentence.split()).casefold()
        )
        if words.mentions(sentence) and not (is_title and _AGENDA.search(sentence)):
            return Leak(match.start(), match.end(), words.item, False)
    return None


def _finding(context: Context, passage: Passage, leak: Leak) -> Answer:
    text = passage.text[leak.start : leak.end]
    number = f"punkt {leak.closed.number}" if leak.closed.number else "et punkt"
    is_number = leak.closed.case_number is not None and text == leak.closed.case_number.text
    if leak.is_whole:
        da, en, confidence = "gentager teksten i", "repeats the text of", 0.85
    elif is_number:
        da, en, confidence = "nævner sagsnummeret på", "gives the case number of", 0.7
    else:
        da, en, confidence = "bruger ordene fra", "uses the words of", 0.5
    return context.finding(
        context.say(
            da=f"Den åbne tekst {da} {number}, som er lukket.",
            en=f"The open text {en} item {leak.closed.number or ''}, which is closed.",
        ),
        confidence=confidence,
        item=passage.item,
        lines=passage.lines,
        printed=[text] if is_number else [],
        suggestion=context.say(
            da="Skriv kun det, der må være åbent, eller luk også dette punkt.",
            en="Write only what may be open, or close this item too.",
        ),
        severity=None if leak.is_whole else Severity.NOTES,
        place=passage.place(leak.start, leak.end),
        attachment=passage.attachment.name if passage.attachment else None,
        where=passage.where(leak.start),
    )
