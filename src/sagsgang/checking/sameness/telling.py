"""How a figure that stands in several places is told: its place, its words, its section."""

from sagsgang.checking.finding import Place
from sagsgang.checking.quantities import Quantity
from sagsgang.checking.sameness.mention import Mention
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.minutes.base import Lines

#: So much of the sentence is shown before and after a figure.
_BEFORE, _AFTER = 60, 40


def place_of(mention: Mention, *further: Quantity) -> Place:
    """Where the mention stands, and other figures of the same section."""
    quantities = (mention.quantity, *further)
    return Place(
        item=mention.item,
        section=mention.passage.section,
        spans=tuple((each.start, each.end) for each in quantities),
    )


def lines_of(mention: Mention, minutes: Minutes) -> Lines:
    """The lines of its section."""
    return minutes.items[mention.item].sections[mention.passage.section].lines


def excerpt(mention: Mention, item: AgendaItem) -> str:
    """The figure with some of its line around it, on one line, cut between words."""
    text = item.sections[mention.passage.section].text
    return words_around(text, mention.quantity.start, mention.quantity.end)


def words_around(text: str, start: int, end: int) -> str:
    """What stands at `start`–`end` of a section's text with some of its line around it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    before, after = text[max(first, start - _BEFORE) : start], text[end : min(last, end + _AFTER)]
    if start - _BEFORE > first:
        before = "… " + before.partition(" ")[2]
    if end + _AFTER < last:
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())


def heading_of(mention: Mention, item: AgendaItem) -> str:
    """The heading of the section it stands in."""
    return " ".join(item.sections[mention.passage.section].heading.split())


def where_told(one: Mention, other: Mention, minutes: Minutes) -> tuple[str, str]:
    """What tells the two places apart, Danish as printed: the headings of their sections, or the
    numbers of their items.
    """
    first, second = minutes.items[one.item], minutes.items[other.item]
    if one.item != other.item:
        return f"punkt {first.number or one.item + 1}", f"punkt {second.number or other.item + 1}"
    return f"«{heading_of(one, first)}»", f"«{heading_of(other, second)}»"
