"""P10: a personal number, or a person and the matter, in a file's name or properties."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Finding, Severity, Status
from sagsgang.checking.privacy.conditions import has_condition
from sagsgang.checking.privacy.masking import masked_name
from sagsgang.checking.privacy.people import known_people, people_named
from sagsgang.checking.privacy.personal_number import find_personal_numbers
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.minutes.attachment import FragmentKind

CODE = "P10"
TITLE = Words(da="Person i filnavn eller egenskaber", en="Person in a file's name or metadata")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: What is written about one person; with a name it tells what the case is.
_ABOUT_ONE = re.compile(
    r"(?<![a-zæøå])(?:borger(?:en)?|klient|personsag|cv|straffeattest|opsigelse|advarsel|"
    r"helbred\w*|journal|statusattest|udredning|partshøring|aktindsigt|afslag|bevilling|"
    r"ansøger|ansøgning|§\s?[0-9]+)(?![a-zæøå])",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[_+.]|%20")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The names of the document and its attachments, and what their properties say."""
    known = known_people(minutes)
    yield from _told(context, minutes.source.name, known, "Filnavnet", "The file's name")
    for item in minutes.items:
        for title in item.attachments if not item.is_closed else ():
            yield from _told(context, title, known, "Bilagets titel", "The title", item=item)
    for attachment in context.attachments:
        name = attachment.name
        if name != minutes.source.name:  # the document's own file, for what it hides
            yield from _told(context, name, known, "Filnavnet", "The file's name", name=name)
        for fragment in attachment.of_kind(FragmentKind.METADATA):
            yield from _told(
                context,
                fragment.text,
                known,
                "Filens egenskaber",
                "The file's properties",
                name=name,
                where=fragment.where,
            )


def _told(
    context: Context,
    text: str,
    known: frozenset[str],
    da: str,
    en: str,
    *,
    item: AgendaItem | None = None,
    name: str | None = None,
    where: str | None = None,
) -> Iterator[Finding]:
    """The findings of one name or property: personal numbers, or else a name with its matter."""

    def finding(masked: str, confidence: float, what: Words) -> Finding:
        return context.finding(
            context.say(da=f"{da} har {what.da}: {masked}.", en=f"{en} has {what.en}: {masked}."),
            confidence=confidence,
            item=item,
            lines=item.lines if item else None,
            printed=[masked],
            suggestion=context.say(
                da="Giv filen et andet navn, og ryd dens egenskaber, før den offentliggøres.",
                en="Rename the file, and clear its properties, before it is published.",
            ),
            attachment=name,
            where=where,
        )

    numbers = find_personal_numbers(text)
    for masked in dict.fromkeys(number.masked for number in numbers):
        yield finding(masked, 0.9, Words("et personnummer", "a personal number"))
    plain = " ".join(_PARTED.sub(" ", text).split())
    concern = has_condition(plain) or _ABOUT_ONE.search(plain)
    if numbers or concern is None:
        return
    for named in people_named(plain):
        if not {named.key} & known:
            told = f"{masked_name(named.name)} – {concern[0].lower()}"
            yield finding(told, 0.6, Words("et navn og en sag", "a name and a case"))
