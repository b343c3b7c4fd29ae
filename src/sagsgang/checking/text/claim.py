"""A sentence's own arithmetic: the quantity it states, what it is computed from, and whether it
holds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place
from sagsgang.checking.interval import Interval
from sagsgang.checking.quantities import Prose, Quantity, Unit
from sagsgang.checking.rule import Answer
from sagsgang.language.numbers import format_number

_SIGNS = {Unit.PERCENT: " %", Unit.POINT: " pct. point"}


@dataclass(frozen=True, slots=True)
class Claim:
    """`stated` should lie in `expected`, in the unit of `stated`: kroner, percent, what is counted.

    `written` is the left side as a reader would key it in ("87 / 339"), `value` what it gives from
    the figures as printed. `section` is the section's number in the item, `terms` the quantities on
    the left, `sections` theirs when they stand in several. `is_sure` is False where the words leave
    a doubt: what fails is then not told. `is_guess` is True where the terms were looked for around
    it: a guess that fails is told by a rule of its own.
    """

    section: int
    stated: Quantity
    terms: tuple[Quantity, ...]
    written: str
    value: Decimal
    expected: Interval
    confidence: float = 0.9
    is_sure: bool = True
    is_guess: bool = False
    sections: tuple[int, ...] = ()

    @property
    def holds(self) -> bool:
        """True when the rounding and the hedges of the figures allow what is stated."""
        return self.expected.meets(self.stated.interval)

    @property
    def computed(self) -> str:
        """What it should be, written as the stated figure is: its scale, decimals and points."""
        return written_like(self.value, self.stated)

    def statement(self) -> str:
        """The relation written out: "87 / 339 = 25,7 % ≈ 26 %"."""
        stated = self.stated
        exact = format_number(self.value.scaleb(-stated.scale), stated.decimals + 1)
        if _plain(exact) == _plain(stated.number):
            return f"{self.written} = {_with_sign(stated.number, stated)}"
        return (
            f"{self.written} = {_with_sign(_trimmed(exact), stated)}"
            f" ≈ {_with_sign(stated.number, stated)}"
        )


def written_like(value: Decimal, model: Quantity) -> str:
    """A value in the unit of `model`, with its scale and decimals and its habit of points."""
    text = format_number(value.scaleb(-model.scale), model.decimals)
    is_bare = "." not in model.number and "," not in model.number and len(model.number) > 3
    return text.replace(".", "") if is_bare else text


def answers(
    context: Context,
    item: int,
    claims: Iterable[Claim],
    *,
    says: "Says",
    guesses: bool = False,
) -> Iterator[Answer]:
    """The claims of item number `item` as answers of a rule: verified, or found to fail.

    With `guesses` only the guesses that fail are told.
    """
    entry = context.views.minutes.items[item]
    for claim in claims:
        if guesses != (claim.is_guess and not claim.holds):
            continue
        place, *others = _places(item, claim)
        lines = entry.sections[claim.section].lines
        if claim.holds:
            yield context.verified(
                claim.statement(), item=entry, lines=lines, place=place, others=others
            )
        elif claim.is_sure:
            printed, computed = claim.stated.number, claim.computed
            full = _with_sign(computed, claim.stated)
            there = _with_sign(printed, claim.stated)
            yield context.finding(
                context.say(
                    da=f"{says.da}: {claim.written} = {full}, men der står {there}.",
                    en=f"{says.en}: {claim.written} = {full}, but {there} is printed.",
                ),
                confidence=claim.confidence,
                item=entry,
                lines=lines,
                printed=[printed],
                computed=[computed],
                suggestion=context.say(
                    da=f"Ret {printed} til {computed}, eller find det tal, der er forkert.",
                    en=f"Change {printed} to {computed}, or find the figure that is wrong.",
                ),
                place=place,
                others=others,
            )


def in_prose(
    context: Context, find: "FindClaims", *, says: "Says", guesses: bool = False
) -> Iterator[Answer]:
    """What `find` reads from the running text of every item, as answers of a rule."""
    for number in range(len(context.views.minutes.items)):
        yield from context.not_recomputed(number)
        claims = context.views.read_once(find, number)
        yield from answers(context, number, claims, says=says, guesses=guesses)


FindClaims = Callable[[Prose], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class Says:
    """The words before the recomputation, in both languages: what kind of figure it is."""

    da: str
    en: str


def _places(item: int, claim: Claim) -> list[Place]:
    """Where the quantities stand, a place for every section, that of the stated one first."""
    spans: dict[int, list[tuple[int, int]]] = {
        claim.section: [(claim.stated.start, claim.stated.end)]
    }
    sections = claim.sections or (claim.section,) * len(claim.terms)
    for section, term in zip(sections, claim.terms, strict=True):
        span = (term.start, term.end)
        if span not in spans.setdefault(section, []):
            spans[section].append(span)
    return [
        Place(item=item, section=section, spans=tuple(found)) for section, found in spans.items()
    ]


def _with_sign(number: str, model: Quantity) -> str:
    return number + _SIGNS.get(model.unit, "")


def _plain(number: str) -> str:
    whole, _, fraction = number.replace(".", "").partition(",")
    fraction = fraction.rstrip("0")
    return f"{whole},{fraction}" if fraction else whole


def _trimmed(number: str) -> str:
    """Without the zeros that end its decimals."""
    return number.rstrip("0").rstrip(",") if "," in number else number
