"""What is found about people as findings: the same once an item, many in one place as one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Finding, Place, Severity
from sagsgang.checking.privacy.passage import Passage
from sagsgang.checking.rule import Words

#: So many of one place are told one by one; more are one finding.
_MOST = 3
#: So many in one place are enough to know what it is; the rest is not counted.
_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Secret:
    """Something at `start`–`end` of a passage: `key` is the same for the same secret, `masked` is
    what may be told of it. `severity` None is the rule's.
    """

    start: int
    end: int
    key: str
    masked: str
    confidence: float
    severity: Severity | None = None


@dataclass(slots=True)
class _Found:
    """A secret's first place, and the others in the same item or fragment."""

    secret: Secret
    passage: Passage
    others: list[Place] = field(default_factory=list)

    @property
    def is_attached(self) -> bool:
        """Whether it stands in an attachment."""
        return self.passage.fragment is not None


Message = Callable[[str, Passage], Words]


def tell(
    context: Context,
    passages: Iterable[Passage],
    find: Callable[[Passage], Iterator[Secret]],
    message: Message,
    advice: Words,
    rest: Iterable[Passage] = (),
) -> Iterator[Finding]:
    """The findings of `find` in all passages; `message` is given what may be told, and where.

    `rest` are the lines of the document, of which only what was found nowhere in it is told.
    """
    groups: dict[tuple[object, ...], dict[str, _Found]] = {}
    for passage in passages:
        for secret in islice(find(passage), _ENOUGH):
            group = groups.setdefault(_group(passage), {})
            known = group.get(secret.key)
            if known is None:
                group[secret.key] = _Found(secret, passage)
                continue
            place = passage.place(secret.start, secret.end)
            # a decision or table stands in its section too: what repeats it has no place
            if place and place.section is not None:
                known.others.append(place)
    told = {key for group in groups.values() for key, one in group.items() if not one.is_attached}
    for passage in rest:
        for secret in find(passage):
            if secret.key not in told:
                group = groups.setdefault(_group(passage), {})
                group.setdefault(secret.key, _Found(secret, passage))
    for group in groups.values():
        found = list(group.values())
        if len(found) <= _MOST:
            for one in found:
                yield _finding(context, [one], message, advice)
        else:
            yield _finding(context, found, message, advice)


def _group(passage: Passage) -> tuple[object, ...]:
    if passage.fragment is not None and passage.attachment is not None:
        return passage.attachment.name, passage.fragment.where, passage.fragment.kind
    return passage.number, passage.is_closed


def _finding(context: Context, found: list[_Found], message: Message, advice: Words) -> Finding:
    gravest = max(found, key=lambda one: one.secret.confidence)
    first = gravest.passage
    shown = [one.secret.masked for one in found[:_MOST]]
    more = len(found) - len(shown)
    least = ("mindst ", "at least ") if len(found) >= _ENOUGH else ("", "")
    listed = ", ".join(f"«{masked}»" for masked in shown)
    da = message(f"{listed} og {least[0]}{more} til" if more else listed, first).da
    en = message(f"{listed} and {least[1]}{more} more" if more else listed, first).en
    places = [one.passage.place(one.secret.start, one.secret.end) for one in found]
    others = [
        place
        for one, own in zip(found, places, strict=True)
        for place in ([own] if one is not gravest and own else []) + one.others
    ]
    severities = [one.secret.severity or context.rule.severity for one in found]
    return context.finding(
        context.say(da=da, en=en),
        confidence=gravest.secret.confidence,
        item=first.item,
        lines=first.lines,
        printed=shown,
        suggestion=context.say(da=advice.da, en=advice.en),
        severity=min(severities, key=list(Severity).index),
        place=first.place(gravest.secret.start, gravest.secret.end),
        others=others,
        attachment=first.attachment.name if first.attachment else None,
        where=first.where(gravest.secret.start),
    )


def standing(passage: Passage) -> Words:
    """Where it stands, as the end of a sentence; said plainly when nobody looks there."""
    if passage.is_closed:
        return Words(
            f"i {passage.source.da} i et lukket punkt",
            f"in {passage.source.en} of a closed item",
        )
    if passage.is_hidden:
        return Words(
            "i bilaget, hvor en læser ikke ser det, men alle kan finde det",
            "in the attachment where no reader sees it and anybody can find it",
        )
    return Words(f"i {passage.source.da}", f"in {passage.source.en}")
