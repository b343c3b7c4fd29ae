"""How far the words "open" and "closed" on a line of their own reach: one item, or a group."""

from sagsgang.reading.layout.below_title import is_meta
from sagsgang.reading.layout.items import Start, is_group, is_of_one
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.layout.title import says_closed, says_open


class Group:
    """The group of open or closed items that the items read so far stand in."""

    def __init__(self) -> None:
        self._closed: bool | None = None
        self._next: bool | None = None

    def head(self, line: str) -> None:
        """Note a line above the next item: the heading of a group, or words on that item only."""
        closed = "luk" in line.casefold() or "fortrol" in line.casefold()
        if closed and is_of_one(line):
            self._next = True
        else:
            self._closed, self._next = closed, None

    def take(self) -> bool | None:
        """What is said above the next item of it; what was said of it alone is then used up."""
        told = self._closed if self._next is None else self._next
        self._next = None
        return told

    def read(self, start: Start, title: str) -> None:
        """Note an item of the group: one whose title says open ends a group of closed items."""
        if self._closed and (start.is_closed is False or says_open(title)):
            self._closed = False


def is_about_item_above(sheet: Sheet, start: Start, line: int, following: int) -> bool:
    """Whether words on one item at `line` are of the item at `start`, not of the one that begins
    at line `following`.

    They are where the item's title says closed too, where nothing but a case number or the like
    stands between, and where they stand nearer to what is above.
    """
    text = sheet.text
    if not is_of_one(text[line]):
        return False
    if start.is_closed or says_closed(start.title):
        return True
    far_above, far_below = not text[line - 1], line + 1 < following and not text[line + 1]
    if far_above != far_below:
        return far_below
    between = range(start.title_line + 1, line)
    return all(not text[i] or is_meta(text[i]) or is_group(text[i]) for i in between)
