"""Which documents of one run hold the same cases, so that their figures can be compared."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache, partial

from sagsgang.cli import side_by_side
from sagsgang.cli.documents import Document, documents_in
from sagsgang.cli.inputs import Input

#: Of more documents none are compared: they would have to be read twice.
MOST_INPUTS = 300
#: A case number in more documents is of a standing item ("Godkendelse af dagsorden").
MOST_SHARING = 12
MOST_COMPANIONS = 8


@lru_cache(maxsize=24)
def read_once(source: Input, max_size: int) -> tuple[Document, ...]:
    """The documents of an input, kept for a while. Raises BadInput and Unreadable."""
    return tuple(documents_in(source, max_size))


def companions_of(inputs: Sequence[Input], max_size: int) -> list[tuple[Input, ...]]:
    """For each input the others that hold one of its cases, at most `MOST_COMPANIONS`; none for
    standard input, which can be read only once.
    """
    alone: list[tuple[Input, ...]] = [() for _ in inputs]
    if not 1 < len(inputs) <= MOST_INPUTS or any(source.path is None for source in inputs):
        return alone
    cases = list(side_by_side.results(partial(_cases, max_size=max_size), inputs))
    holding: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(cases):
        for case in held:
            holding[case].append(number)
    found = []
    for number, held in enumerate(cases):
        others = {
            other
            for case in held
            if len(holding[case]) <= MOST_SHARING
            for other in holding[case]
            if other != number
        }
        found.append(tuple(inputs[other] for other in sorted(others)[:MOST_COMPANIONS]))
    return found


def _cases(source: Input, max_size: int) -> frozenset[str]:
    """The case numbers in an input; none of one that cannot be read: that is told when it is
    checked.
    """
    try:
        documents = read_once(source, max_size)
    except Exception:  # whatever is wrong is told when the document is checked
        return frozenset()
    return frozenset(
        item.case_number.canonical
        for document in documents
        for item in document.minutes.items
        if item.case_number and not item.is_closed
    )
