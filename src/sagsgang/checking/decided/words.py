"""The sentences of a decision, and what they have in common with others."""

import re
from collections.abc import Iterator

from sagsgang.minutes import AgendaItem, SectionKind
from sagsgang.reading.content.decisions import sentences

#: A longer decision is a report of the debate; only its beginning decides.
LONGEST = 4_000
_LABEL = re.compile(r"^(?:ad|pkt|punkt)\.?\s*[\d,\s–og-]{1,12}[.:)]?\s*", re.I)


def decision_sentences(item: AgendaItem) -> tuple[str, ...]:
    """The sentences of the decision, without the labels of points."""
    if item.decision is None:
        return ()
    found = sentences(item.decision.text[:LONGEST])
    return tuple(bare for each in found if (bare := _LABEL.sub("", each).strip()))


def decision_place(item: AgendaItem) -> Iterator[tuple[int, str]]:
    """The decision sections that hold the item's decision: (position, text)."""
    if item.decision is None:
        return
    for at, section in enumerate(item.sections):
        if section.kind is SectionKind.DECISION and item.decision.text in section.text:
            yield at, section.text


def case_text(item: AgendaItem) -> str:
    """Everything the item says before it is decided: title, points and sections, in one text."""
    parts = [item.title, *(point.text for point in item.recommendations), *item.attachments]
    parts += [each.text for each in item.sections if each.kind is not SectionKind.DECISION]
    return "\n".join(parts)
