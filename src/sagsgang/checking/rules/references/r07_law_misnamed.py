"""R07: a law's title is not the right one, or one document abbreviates it in two ways."""

from collections import defaultdict
from collections.abc import Iterator

from sagsgang.checking.cited.laws import Naming, namings, shortened
from sagsgang.checking.cited.prose import Spot, is_crowded
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Finding, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes
from sagsgang.reference.laws import Law, laws

CODE = "R07"
TITLE = Words(
    da="Loven er nævnt forkert eller forkortet på to måder",
    en="Law misnamed, or shortened in two ways",
)
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The laws that the items name against their titles, and their abbreviations."""
    found: list[Naming] = []
    for number, item in enumerate(minutes.items):
        if is_crowded(item, "lov"):
            yield context.skipped(
                context.say(
                    da="Punktet nævner love så tit, at det ikke ses efter.",
                    en="The item mentions laws too often to be looked at.",
                ),
                item=item,
            )
            continue
        if not item.is_closed:
            found += namings(item, number)
    for naming in found:
        if not naming.is_right:
            yield _misnamed(minutes, naming, context)
    yield from _wrongly_shortened(minutes, found, context)
    yield from _shortened_twice(minutes, found, context)


def _misnamed(minutes: Minutes, naming: Naming, context: Context) -> Finding:
    right = _right_name(naming)
    return context.finding(
        context.say(
            da=f"Der står «{naming.spot.text}»; loven hedder «{right}».",
            en=f"It says «{naming.spot.text}»; the law is called «{right}».",
        ),
        confidence=0.9,
        item=minutes.items[naming.spot.item],
        lines=naming.spot.lines,
        printed=[naming.spot.text],
        computed=[right],
        suggestion=context.say(
            da=f"Skriv «{right}», eller slå loven efter.", en=f"Write «{right}», or look it up."
        ),
        place=naming.spot.place,
    )


def _right_name(naming: Naming) -> str:
    """The title, or the short name where the text has one."""
    if " om" in naming.spot.text.casefold():
        return naming.law.full
    likely = [name for name in naming.law.names if name[:2] == naming.spot.text.casefold()[:2]]
    return (likely or list(naming.law.names) or [naming.law.full])[0]


def _wrongly_shortened(
    minutes: Minutes, found: list[Naming], context: Context
) -> Iterator[Finding]:
    """A law with the abbreviation of another behind it."""
    owner = {short: law for law in laws() for short in law.abbreviations}
    for naming in found:
        other = owner.get(naming.short or "", naming.law)
        if other is naming.law:
            continue
        right = naming.law.abbreviations[0] if naming.law.abbreviations else ""
        yield context.finding(
            context.say(
                da=f"«{naming.spot.text}» er forkortet {naming.short}, som er {other.full}.",
                en=f"«{naming.spot.text}» is shortened to {naming.short}, which is {other.full}.",
            ),
            confidence=0.85,
            item=minutes.items[naming.spot.item],
            lines=naming.spot.lines,
            printed=[f"{naming.spot.text} ({naming.short})"],
            computed=[right] if right else [],
            place=naming.spot.place,
        )


def _shortened_twice(minutes: Minutes, found: list[Naming], context: Context) -> Iterator[Finding]:
    """A law that the document abbreviates, and then otherwise."""
    used: dict[Law, dict[str, Spot]] = defaultdict(dict)
    for naming in found:
        if naming.short:
            used[naming.law].setdefault(naming.short, naming.spot)
    if not used:
        return
    owned = {short for law in laws() for short in law.abbreviations}
    for number, item in enumerate(minutes.items):
        for law, short, spot in shortened(item, number):
            if law in used:
                used[law].setdefault(short, spot)
    for law, shorts in used.items():
        # another law's abbreviation has been told already
        own = [short for short in shorts if short in law.abbreviations or short not in owned]
        if len(own) < 2:
            continue
        first, second = own[0], own[1]
        spot = shorts[second]
        yield context.finding(
            context.say(
                da=f"«{law.full}» er forkortet både {first} og {second}.",
                en=f"«{law.full}» is shortened to both {first} and {second}.",
            ),
            confidence=0.85,
            item=minutes.items[spot.item],
            lines=spot.lines,
            printed=[first, second],
            suggestion=context.say(
                da="Brug den samme forkortelse i hele dokumentet.",
                en="Use the same abbreviation throughout.",
            ),
            place=spot.place,
            others=[shorts[first].place],
        )
