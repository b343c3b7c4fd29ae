"""R09: a text says that something is attached, and the item has no attachments at all."""

import re
from collections.abc import Iterator

from sagsgang.checking.cited.attachments import citations
from sagsgang.checking.cited.prose import Spot, is_crowded, sentence_around, spots
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes, SectionKind

CODE = "R09"
TITLE = Words(da="«Vedlagt», men punktet har ingen bilag", en="Said to be attached, nothing listed")
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ATTACHED = re.compile(
    r"\b(?:er|som|findes|ligger|og)[ \t](?:også[ \t]|desuden[ \t])?(?:vedlagt|vedhæftet)\b(?!e)"
    r"|^(?:vedlagt|vedhæftet)\b(?!e)|\bvedlægges\b|\b(?:vedlagt|vedhæftet)[ \t](?:som[ \t])?bilag\b"
    r"|\b(?:vedlagte|vedhæftede)[ \t](?:\w+[ \t])?(?:bilag|notat|oversigt|rapport|udkast|plan|"
    r"præsentation|forslag|referat|brev|regnskab|takstblad|kort|svar|høringssvar)\w*\b"
    r"|\b(?:se|jf\.?|fremgår af|fremgår i|sagens|af|i)[ \t](?:sagens[ \t])?bilag(?:et|ene)\b",
    re.IGNORECASE | re.MULTILINE,
)
#: Attached under a condition, at another time, to something else, or in another place.
_NOT_HERE = re.compile(
    r"\b(?:hvis|såfremt|eventuel\w*|evt|vil|kan|skal|skulle|bør|blev|var|har været|ikke|tidligere|"
    r"ansøger\w*|ansøgning\w*|ansøgere|faktura\w*|kontrakt\w*|bevarelse|mailen|brevet|"
    r"hjemmeside\w*|lukke[dt]\w*|fortrolig\w*|medlemmerne|udleveres|omdeles|mødet i|sidste møde)\b",
    re.IGNORECASE,
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Items without attachments, in documents that list some elsewhere."""
    if not any(item.attachments for item in minutes.items):
        return
    for number, item in enumerate(minutes.items):
        if item.is_closed or item.attachments or item.sections_of(SectionKind.ATTACHMENTS):
            continue
        if is_crowded(item, "bilag") or is_crowded(item, "vedl"):
            yield context.skipped(
                context.say(
                    da="Punktet nævner bilag så tit, at det ikke ses efter.",
                    en="The item mentions attachments too often to be looked at.",
                ),
                item=item,
            )
            continue
        said = next(_said(item, number), None)
        if said is None:
            continue
        yield context.finding(
            context.say(
                da=f"Teksten siger «{said.text}», men punktet har ingen bilag.",
                en=f"The text says «{said.text}», but the item has no attachments.",
            ),
            confidence=0.85,
            item=item,
            lines=said.lines,
            printed=[said.text],
            suggestion=context.say(
                da="Sæt bilaget på listen, eller ret teksten.",
                en="List the attachment, or correct the text.",
            ),
            place=said.place,
        )


def _said(item: AgendaItem, number: int) -> Iterator[Spot]:
    for spot, _, text in spots(item, number, _ATTACHED, "vedl", "vedh", "bilag"):
        if not _NOT_HERE.search(sentence_around(text, spot.start, spot.end)):
            yield spot
    for citation in citations(item, number):
        section = item.sections[citation.spot.section]
        around = sentence_around(section.text, citation.spot.start, citation.spot.end)
        if section.kind is not SectionKind.DECISION and not _NOT_HERE.search(around):
            yield citation.spot
