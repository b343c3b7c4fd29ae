"""Whether a row goes on with the paragraph, point or heading of the row above."""

import re

from sagsgang.reading.formats.pdf.layout.lists import BULLETS, has_sign, number_of, opens_point
from sagsgang.reading.formats.pdf.layout.measures import Measures
from sagsgang.reading.formats.pdf.page.rows import Row

_ENDED = (".", "!", "?", ":", ";")
_LONGEST_HEADING = 200
_LARGER = 1.07  # a heading is so many times the size of the text
_DEEPEST_INDENT = 3.5  # type sizes
_ROOM_LEFT = 0.12  # of the measure: more than prose leaves before a word in upper case
_LABEL = re.compile(r"[A-ZÆØÅ][^\W\d_]*\.?(?: [^\W_]+[.)]?){0,3}:\s+\S")
_NARROW = re.compile(r"[ ijlftrI.,:;'()\-]")
_BROAD = re.compile(r"[mwMWæÆ]")
_UPPER = re.compile(r"[A-ZÆØÅ]")
_CLOSING_WHITE = 5  # lines left empty at the foot of a page that was ended on purpose


def _units(text: str) -> float:
    """About how wide a text is, in letters of average width."""
    return (
        len(text)
        - 0.45 * len(_NARROW.findall(text))
        + 0.5 * len(_BROAD.findall(text))
        + 0.25 * len(_UPPER.findall(text))
    )


class Flow:
    """The questions about neighbouring rows, answered by the measures of the document."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._apart: dict[float, float] = {}

    def is_heading(self, row: Row) -> bool:
        """Whether a row is set larger than the text, or wholly in bold where the text is not."""
        measures = self._measures
        if len(row.text) > _LONGEST_HEADING or has_sign(row.text):
            return False
        if not any(map(str.isalpha, row.text)):
            return False
        if row.size > _LARGER * measures.size:
            return True
        if row.underlined:
            return row.text[-1] not in ",;"
        return (
            row.bold
            and not measures.bold
            and row.size > 0.9 * measures.size
            and row.text[-1] not in ",;"
        )

    def heading_goes_on(self, rows: list[Row], row: Row) -> bool:
        """Whether a row is one more line of a heading."""
        last = rows[-1]
        if row.page != last.page or row.bold != last.bold or abs(row.size - last.size) > 0.4:
            return False
        widest = max(1.5 * row.size, self._measures.pitch(row.size) * 1.08) + 0.3
        if row.base - last.base > widest or len(rows) > 3:
            return False
        is_centred = abs((row.x0 + row.x1) - (last.x0 + last.x1)) < 6
        if abs(row.x0 - last.x0) > _DEEPEST_INDENT * row.size and not is_centred:
            return False
        return not self._would_fit(last, row, ragged=True) or row.text[0].islower()

    def most_apart(self, row: Row) -> float:
        """The largest distance of base lines within a paragraph."""
        known = self._apart.get(row.size)
        if known is None:
            known = self._apart[row.size] = self._measures.pitch(row.size) * 1.15 + 0.3
        return known

    def goes_on(
        self,
        rows: list[Row],
        row: Row,
        is_point: bool = False,
        is_listed: bool = False,
        left: float | None = None,
        below: Row | None = None,
    ) -> bool:
        """Whether a row is one more line of a paragraph or point.

        `is_listed` tells that the paragraph is one in a list of lines without distance between
        them; `left` is where its lines begin, if known; `below` is the row below the new one.
        """
        last = rows[-1]
        if abs(row.size - last.size) > 0.6:
            return False
        if not self._is_in_line(rows, row, is_point, left):
            return False
        goes_mid_sentence = row.text[0].islower() and not last.text.endswith(_ENDED)
        if row.page == last.page:
            apart = row.base - last.base
            if not 0.5 * row.size < apart <= self.most_apart(row):
                return False
            if apart > self._measures.pitch(row.size) * 1.05 + 0.3 and not goes_mid_sentence:
                return False
        elif not self._crosses_page(rows, row, below):
            return False
        if opens_point(row.text) and self._is_new_point(rows, row, is_point):
            return False
        if last.text.endswith("-") and last.text[-2:-1].isalpha():
            return True
        if self._would_fit(last, row):
            return goes_mid_sentence and self._nearly_fits(last, row)
        return goes_mid_sentence or not self._begins_anew(rows, row, is_listed)

    def _begins_anew(self, rows: list[Row], row: Row, is_listed: bool) -> bool:
        """Whether a row that did not fit behind the one above is a line of its own all the same."""
        last = rows[-1]
        if last.text[-1] in ".!?)" and _LABEL.match(row.text):
            return True
        right = self._measures.right(last.page)
        return (
            is_listed
            and len(rows) == 1
            and row.text[0].isupper()
            and last.text[-1] not in ",-"
            and right - last.x1 > _ROOM_LEFT * (right - last.x0)
        )

    def _is_in_line(self, rows: list[Row], row: Row, is_point: bool, left: float | None) -> bool:
        """Whether a row begins where the next line of the paragraph would."""
        near = 0.5 * row.size
        if left is not None:
            return abs(row.x0 - left) <= near
        if len(rows) > 1:
            return abs(row.x0 - rows[-1].x0) <= near
        indent = row.x0 - rows[0].x0
        most = _DEEPEST_INDENT * row.size
        return -near <= indent <= most if is_point else -most <= indent <= near

    def _is_new_point(self, rows: list[Row], row: Row, is_point: bool) -> bool:
        first, last = rows[0], rows[-1]
        if row.text[0] in BULLETS or last.text.endswith((":", ";")):
            return True
        at_sign = is_point and abs(row.x0 - first.x0) <= 0.5 * row.size
        if at_sign and (len(rows) > 1 and rows[1].x0 > first.x0 + 0.5 * row.size):
            return True
        if number := number_of(row.text):
            before = number_of(first.text) if is_point else None
            if before is not None:
                return number == before + 1
        elif at_sign and has_sign(first.text) and first.text[0] == row.text[0]:
            return True
        return self._would_fit(last, row)

    def _crosses_page(self, rows: list[Row], row: Row, below: Row | None) -> bool:
        """Whether a paragraph may go on at the top of the next page."""
        measures = self._measures
        last = rows[-1]
        if row.page != last.page + 1:
            return False
        if measures.bottoms[last.page - 1] - last.base > _CLOSING_WHITE * measures.pitch(row.size):
            return False
        if row.text[0].islower() or not last.text.endswith(_ENDED):
            return True
        # a sentence ends with the page: no paragraph leaves a single line on either side
        left_behind = sum(1 for own in rows if own.page == last.page)
        return (
            last.text[-1] != ":"
            and left_behind > 1
            and below is not None
            and self.goes_on([row], below)
        )

    def _would_fit(self, last: Row, row: Row, *, ragged: bool = False) -> bool:
        """Whether the first word of a row had room on the row above: then a line was ended."""
        room = self._measures.right(last.page) - last.x1
        if not ragged and self._measures.is_justified(last.page):
            return room > max(3.0, 0.35 * last.size)
        word = row.text.split(" ", 1)[0] + " "
        need = (row.x1 - row.x0) * len(word) / max(1, len(row.text))
        if 0.7 * need < room < 1.5 * need:
            # too close for letters of average width
            need = (row.x1 - row.x0) * _units(word) / _units(row.text)
        return room > need * 1.04 + 1

    def _nearly_fits(self, last: Row, row: Row) -> bool:
        """Whether a line breaks so little too early that its sentence goes on below.

        Paragraphs set in from the right break early, all their lines at about the same place.
        """
        if row.text.startswith("at "):
            return False  # recommendations one below the other
        measure = self._measures.right(last.page) - last.x0
        room = self._measures.right(last.page) - last.x1
        if self._measures.is_justified(last.page) and room < 0.06 * measure:
            return True
        if room > 0.5 * measure:
            return False
        return room < 0.16 * measure or abs(row.x1 - last.x1) < 0.08 * measure
