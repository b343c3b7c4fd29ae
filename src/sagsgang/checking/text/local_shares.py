"""National amounts and what falls to the municipality: two pairs of one reform share one ratio."""

import re
from collections.abc import Iterator

from sagsgang.checking.interval import Interval
from sagsgang.checking.quantities import Passage, Prose, Quantity, Unit
from sagsgang.checking.text.claim import Claim

#: So many lines after the national amounts the local ones may stand.
_AHEAD = 3
#: No municipality is a larger part of the country than this.
_LARGEST = 0.15

_NATIONAL = re.compile(
    r"landsplan|hele landet|nationalt|landets kommuner|kommunerne (?:samlet|under ét)|regeringen"
    r"|lovforslaget|aftalen|reformen|ekspertgruppe"
)
_LOCAL = re.compile(
    r"kommunes? andel|kommunens andel|(?:for|i|til) (?:[^\W\d_]+[ -]){1,3}kommunes?\b|lokalt"
    r"|i kommunen|vores andel"
)


def local_share_claims(prose: Prose) -> Iterator[Claim]:
    """The local amounts that stand in the same ratio to the national ones as their neighbours do.

    With two pairs the ratio may rightly differ (another key): only agreement is told. With three,
    two that agree make the third a claim.
    """
    passages = prose.passages
    for index, passage in enumerate(passages):
        if passage.shape.count("M") < 2 or not _NATIONAL.search(passage.shape):
            continue
        national = _amounts(passage)
        for later in passages[index + 1 : index + 1 + _AHEAD]:
            local = _amounts(later) if _LOCAL.search(later.shape) else []
            if later.section != passage.section or not 2 <= len(local) <= len(national):
                continue
            yield from _best(passage.section, national, local)
            break


def _amounts(passage: Passage) -> list[Quantity]:
    found = [each for each in passage.quantities if each.unit is Unit.MONEY and each.value > 0]
    return found if all(each.is_exact for each in found) else []


def _best(section: int, national: list[Quantity], local: list[Quantity]) -> Iterator[Claim]:
    """The claims of the national amounts, in order, that the local ones fit; a total may precede
    them.
    """
    for offset in range(len(national) - len(local) + 1):
        pairs = list(zip(national[offset : offset + len(local)], local, strict=True))
        claims = list(_claims(section, pairs))
        if claims and (len(national) == len(local) or all(claim.holds for claim in claims)):
            yield from claims
            return


def _claims(section: int, pairs: list[tuple[Quantity, Quantity]]) -> Iterator[Claim]:
    if any(float(local.value / country.value) > _LARGEST for country, local in pairs):
        return
    ratios = [_ratio(country, local) for country, local in pairs]
    first = next(
        (
            number
            for number, ratio in enumerate(ratios)
            if any(ratio.meets(other) for other in ratios[number + 1 :])
        ),
        None,
    )
    if first is None:
        return
    agreeing = [number for number, ratio in enumerate(ratios) if ratios[first].meets(ratio)]
    model_country, model_local = pairs[first]
    for number, (country, local) in enumerate(pairs):
        if number == first:
            continue
        yield Claim(
            section=section,
            stated=local,
            terms=(country, model_local, model_country),
            written=f"{country.number} × {model_local.number} / {model_country.number}",
            value=country.value * model_local.value / model_country.value,
            expected=country.interval * ratios[first],
            confidence=0.7,
            is_sure=len(agreeing) >= 2 and len(agreeing) == len(pairs) - 1,
        )


def _ratio(country: Quantity, local: Quantity) -> Interval:
    return local.interval / country.interval
