"""F11: a sum that running text states is not what the parts beside it make, or a part is larger
than its whole.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.claim import Says, answers
from sagsgang.checking.text.deltas import read_told
from sagsgang.checking.text.parts import TooLarge, parts_too_large
from sagsgang.checking.text.sentences import MANY
from sagsgang.checking.text.sums import sum_claims
from sagsgang.minutes import Minutes

CODE = "F11"
TITLE = Words(da="Summen i teksten passer ikke", en="Stated sum differs from its parts")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM

_SAYS = Says(da="Summen i teksten", en="The sum in the text")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every item's running text: sums with their parts, and parts beside their whole."""
    for number in range(len(minutes.items)):
        yield from context.not_recomputed(number)
        told = context.views.read_once(read_told, number)
        yield from answers(context, number, sum_claims(told), says=_SAYS)
        for found in parts_too_large(told):
            yield _too_large(context, number, found)
        if any(sentence.is_skipped for run in told for sentence in run.sentences):
            yield context.skipped(
                context.say(
                    da=f"En sætning har over {MANY} tal og er ikke efterregnet.",
                    en=f"A sentence has more than {MANY} figures and was not recomputed.",
                ),
                item=context.views.minutes.items[number],
            )


def _too_large(context: Context, number: int, found: TooLarge) -> Answer:
    item = context.views.minutes.items[number]
    whole, part = found.whole, found.part
    return context.finding(
        context.say(
            da=f"«Heraf {part.number}» er flere end de {whole.number}, de er en del af.",
            en=f"«Of these {part.number}» is more than the {whole.number} that they are part of.",
        ),
        confidence=0.9,
        item=item,
        lines=item.sections[found.section].lines,
        printed=[part.number],
        suggestion=context.say(
            da=f"Ret {part.number} eller {whole.number}.",
            en=f"Change {part.number} or {whole.number}.",
        ),
        place=Place(
            item=number,
            section=found.section,
            spans=((part.start, part.end), (whole.start, whole.end)),
        ),
    )
