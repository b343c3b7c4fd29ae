"""What is different between two texts, word for word, so that a person can read it.

Pure functions on HTML and on the JSON of a version; nothing here knows a database. Time is bounded:
texts are laid beside each other by what occurs once in both, and only short rests are searched
through.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Any, Literal, TypeVar

from sagsgang.web.cases.richtext.tree import Element, read_tree, write_tree

State = Literal["same", "changed", "added", "removed"]
T = TypeVar("T")

#: A rest of n × m words is searched through up to here; beyond, it is one removal and one addition.
_SEARCHED = 60_000
#: Two blocks that share less than this of their words are not one block that was changed.
_ALIKE = 0.35
_PAIRED = 2_500
_WORD = re.compile(r"\s+|[\wÆØÅæøå]+(?:[.,:/-][\wÆØÅæøå]+)*|[^\w\s]")
_BLANKS = re.compile(r"\s+")
_BLOCKS = frozenset({"p", "h3", "h4", "li", "caption"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both (`same`), only before (`removed`), or only after (`added`)."""

    state: State
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list point or table row; only a row has more than one cell."""

    kind: str
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.cells)


@dataclass(frozen=True, slots=True)
class BlockDifference:
    """A block of either text, and for each of its cells the words with their state."""

    kind: str
    state: State
    cells: tuple[tuple[Piece, ...], ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of a block that is no table row."""
        return self.cells[0] if self.cells else ()


@dataclass(frozen=True, slots=True)
class PartDifference:
    """A section, the points or the attachments: its heading and what is different in it."""

    heading: str
    state: State
    blocks: tuple[BlockDifference, ...]


@dataclass(frozen=True, slots=True)
class ContentDifference:
    """Two versions of a case beside each other; parts that are alike are left out of `changed`."""

    parts: tuple[PartDifference, ...] = field(default_factory=tuple)

    @property
    def changed(self) -> tuple[PartDifference, ...]:
        """The parts in which something is different."""
        return tuple(part for part in self.parts if part.state != "same")

    def __bool__(self) -> bool:
        return bool(self.changed)


def words_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts in one, word by word."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for old_from, old_to, new_from, new_to, is_same in _stretches(old, new):
        if is_same:
            pieces.append(Piece("same", "".join(new[new_from:new_to])))
            continue
        if old_to > old_from:
            pieces.append(Piece("removed", "".join(old[old_from:old_to])))
        if new_to > new_from:
            pieces.append(Piece("added", "".join(new[new_from:new_to])))
    return _joined(pieces)


def html_difference(before: str, after: str) -> tuple[BlockDifference, ...]:
    """The blocks of two pieces of sanitised HTML in one row; tables row by row, cell by cell."""
    return _blocks_difference(blocks_of(before), blocks_of(after))


def content_difference(before: dict[str, Any], after: dict[str, Any]) -> ContentDifference:
    """Two contents of versions (`cases.selectors.case_content`), which may be of two cases."""
    head = [
        _part(label, _lines([str(before.get(name) or "")]), _lines([str(after.get(name) or "")]))
        for name, label in (("title", "Titel"), ("number", "Sagsnummer"))
    ]
    points = _part("Indstillingens punkter", _points(before), _points(after))
    attachments = _part("Bilag", _attachments(before), _attachments(after))
    return ContentDifference(
        tuple(
            part
            for part in (*head, *_sections(before, after), points, attachments)
            if part is not None
        )
    )


def html_merged(hers: str, mine: str) -> str:
    """Both texts in one, to be edited: what is alike once, what is different both, hers first."""
    left = [node for node in read_tree(hers).children if isinstance(node, Element)]
    right = [node for node in read_tree(mine).children if isinstance(node, Element)]
    merged: list[Element | str] = []
    keys = [[write_tree([node]) for node in side] for side in (left, right)]
    for l_from, l_to, r_from, r_to, is_same in _stretches(*keys):
        merged += left[l_from:l_to]
        if not is_same:
            merged += right[r_from:r_to]
    return write_tree(merged)


def blocks_of(html: str) -> tuple[Block, ...]:
    """The paragraphs, headings, list points and table rows of a piece of sanitised HTML."""
    found: list[Block] = []
    _walk(read_tree(html), found)
    return tuple(found)


def _walk(element: Element, found: list[Block]) -> None:
    loose: list[str] = []
    for child in element.children:
        if isinstance(child, str):
            loose.append(child)
        elif child.tag == "tr":
            cells = [_plain(cell) for cell in child.elements("td", "th")]
            found.append(Block("row", tuple(cells)))
        elif child.tag == "li":
            own = [
                part
                for part in child.children
                if isinstance(part, str) or part.tag not in ("ul", "ol")
            ]
            found.append(Block("li", (_plain(Element("li", {}, own)),)))
            for part in child.elements("ul", "ol"):
                _walk(part, found)
        elif child.tag in _BLOCKS:
            found.append(Block(child.tag, (_plain(child),)))
        elif child.tag == "br":
            loose.append(" ")
        elif any(True for _ in child.elements(*_BLOCKS, "tr")):
            _walk(child, found)
        else:
            loose.append(child.text)
    text = _BLANKS.sub(" ", "".join(loose)).strip()
    if text:
        found.append(Block("p", (text,)))


def _plain(element: Element) -> str:
    return _BLANKS.sub(" ", element.text).strip()


def _blocks_difference(
    before: Sequence[Block], after: Sequence[Block]
) -> tuple[BlockDifference, ...]:
    found: list[BlockDifference] = []
    for b_from, b_to, a_from, a_to, is_same in _stretches(before, after):
        if is_same:
            found += [_whole(block, "same") for block in after[a_from:a_to]]
        else:
            found += _paired(before[b_from:b_to], after[a_from:a_to])
    return tuple(found)


def _paired(before: Sequence[Block], after: Sequence[Block]) -> list[BlockDifference]:
    """The blocks of two rests: those that are alike as changes, in order, the others alone."""
    found: list[BlockDifference] = []
    b_next = a_next = 0
    for b_at, a_at in [*_alike(before, after), (len(before), len(after))]:
        found += [_whole(block, "removed") for block in before[b_next:b_at]]
        found += [_whole(block, "added") for block in after[a_next:a_at]]
        if b_at < len(before) and a_at < len(after):
            found.append(_changed(before[b_at], after[a_at]))
        b_next, a_next = b_at + 1, a_at + 1
    return found


def _alike(before: Sequence[Block], after: Sequence[Block]) -> list[tuple[int, int]]:
    """The pairs, in order, whose likeness sums up to most; one by one where there are too many."""
    if not before or not after:
        return []
    if len(before) * len(after) > _PAIRED:
        pairs = zip(range(len(before)), range(len(after)), strict=False)
        return [(b, a) for b, a in pairs if _likeness(before[b], after[a]) >= _ALIKE]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    alike = [[_likeness(b, a) for a in after] for b in before]
    for b in range(len(before) - 1, -1, -1):
        for a in range(len(after) - 1, -1, -1):
            paired = alike[b][a] + best[b + 1][a + 1] if alike[b][a] >= _ALIKE else 0.0
            best[b][a] = max(paired, best[b + 1][a], best[b][a + 1])
    pairs_found: list[tuple[int, int]] = []
    b = a = 0
    while b < len(before) and a < len(after):
        if alike[b][a] >= _ALIKE and best[b][a] == alike[b][a] + best[b + 1][a + 1]:
            pairs_found.append((b, a))
            b, a = b + 1, a + 1
        elif best[b][a] == best[b + 1][a]:
            b += 1
        else:
            a += 1
    return pairs_found


def _likeness(before: Block, after: Block) -> float:
    if (before.kind == "row") != (after.kind == "row"):
        return 0.0
    old, new = Counter(before.text.lower().split()), Counter(after.text.lower().split())
    total = old.total() + new.total()
    if not total:
        return 1.0
    # A row keeps its first cell, its name, when only its figures change.
    if before.kind == "row" and before.cells[:1] == after.cells[:1] and before.cells[:1] != ("",):
        return 1.0
    return 2 * (old & new).total() / total


def _changed(before: Block, after: Block) -> BlockDifference:
    if after.kind != "row":
        return BlockDifference(after.kind, "changed", (words_difference(before.text, after.text),))
    width = max(len(before.cells), len(after.cells))
    cells = tuple(
        words_difference(
            before.cells[at] if at < len(before.cells) else "",
            after.cells[at] if at < len(after.cells) else "",
        )
        for at in range(width)
    )
    return BlockDifference("row", "changed", cells)


def _whole(block: Block, state: State) -> BlockDifference:
    return BlockDifference(
        block.kind, state, tuple((Piece(state, cell),) if cell else () for cell in block.cells)
    )


def _part(
    heading: str, before: Sequence[Block] | None, after: Sequence[Block] | None
) -> PartDifference | None:
    if not before and not after:
        return None
    blocks = _blocks_difference(before or (), after or ())
    if all(block.state == "same" for block in blocks):
        return PartDifference(heading, "same", blocks)
    state: State = "added" if before is None else "removed" if after is None else "changed"
    return PartDifference(heading, state, blocks)


def _sections(before: dict[str, Any], after: dict[str, Any]) -> list[PartDifference | None]:
    """Sections of one heading belong together; those of `before` alone come at the end."""
    rest = [dict(section) for section in before["sections"]]
    found: list[PartDifference | None] = []
    for section in after["sections"]:
        matched = _take(rest, lambda s, now=section: s["id"] == now["id"]) or _take(
            rest,
            lambda s, now=section: s["heading"] == now["heading"],
        )
        old = blocks_of(matched["html"]) if matched else None
        found.append(_part(section["heading"], old, blocks_of(section["html"])))
    found += [_part(section["heading"], blocks_of(section["html"]), None) for section in rest]
    return found


def _take(
    rest: list[dict[str, Any]], is_it: Callable[[dict[str, Any]], bool]
) -> dict[str, Any] | None:
    for at, section in enumerate(rest):
        if is_it(section):
            return rest.pop(at)
    return None


def _points(content: dict[str, Any]) -> list[Block]:
    lines = []
    for point in content["points"]:
        more = [point["addressee"], f"valg {point['choice']}" if point["choice"] else ""]
        noted = ", ".join(part for part in more if part)
        lines.append(f"{point['number']}. {point['text']}" + (f" ({noted})" if noted else ""))
    return _lines(lines)


def _attachments(content: dict[str, Any]) -> list[Block]:
    lines = []
    for attachment in content["attachments"]:
        closed = ", lukket" if attachment["is_closed"] else ""
        lines.append(f"{attachment['title']} (version {attachment['version']}{closed})")
    return _lines(lines)


def _lines(lines: Sequence[str]) -> list[Block]:
    return [Block("p", (line,)) for line in lines if line]


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one state in one; a lone blank between two changes belongs to them."""
    bridged: list[Piece] = []
    for at, piece in enumerate(pieces):
        is_between = 0 < at < len(pieces) - 1 and piece.state == "same"
        if is_between and not piece.text.strip():
            bridged += [Piece("removed", piece.text), Piece("added", piece.text)]
        else:
            bridged.append(piece)
    joined: list[Piece] = []
    is_change: bool
    for is_change, run in groupby(bridged, key=lambda piece: piece.state != "same"):
        kept = list(run)
        if not is_change:
            joined.append(Piece("same", "".join(piece.text for piece in kept)))
            continue
        for state in ("removed", "added"):
            text = "".join(piece.text for piece in kept if piece.state == state)
            if text:
                joined.append(Piece("removed" if state == "removed" else "added", text))
    return tuple(joined)


# Laying two rows beside each other ---------------------------------------------------------------

_Stretch = tuple[int, int, int, int, bool]


def _stretches(old: Sequence[T], new: Sequence[T]) -> list[_Stretch]:
    """Stretches (from, to in each; alike or not) that cover both rows in order."""
    pairs = _matches(old, new)
    found: list[_Stretch] = []
    old_at = new_at = 0
    for old_from, new_from, length in [*pairs, (len(old), len(new), 0)]:
        if old_from > old_at or new_from > new_at:
            found.append((old_at, old_from, new_at, new_from, False))
        if length:
            found.append((old_from, old_from + length, new_from, new_from + length, True))
        old_at, new_at = old_from + length, new_from + length
    return found


def _matches(old: Sequence[T], new: Sequence[T]) -> list[tuple[int, int, int]]:
    """(from in old, from in new, length) of what is alike, in order.

    First what both begin and end with; then, between the words that occur once in each, the rests.
    """
    found: list[tuple[int, int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        o_from, o_to, n_from, n_to = waiting.pop()
        start = o_from
        while o_from < o_to and n_from < n_to and old[o_from] == new[n_from]:
            o_from, n_from = o_from + 1, n_from + 1
        if o_from > start:
            found.append((start, n_from - (o_from - start), o_from - start))
        end = o_to
        while o_from < o_to and n_from < n_to and old[o_to - 1] == new[n_to - 1]:
            o_to, n_to = o_to - 1, n_to - 1
        if end > o_to:
            found.append((o_to, n_to, end - o_to))
        if o_from == o_to or n_from == n_to:
            continue
        if (o_to - o_from) * (n_to - n_from) <= _SEARCHED:
            matcher = SequenceMatcher(None, old[o_from:o_to], new[n_from:n_to], autojunk=False)
            found += [
                (o_from + m.a, n_from + m.b, m.size)
                for m in matcher.get_matching_blocks()
                if m.size
            ]
            continue
        anchors = _anchors(old, new, o_from, o_to, n_from, n_to)
        edges = [(o_from - 1, n_from - 1), *anchors, (o_to, n_to)]
        found += [(o, n, 1) for o, n in anchors]
        if anchors:
            for (o_before, n_before), (o_after, n_after) in pairwise(edges):
                waiting.append((o_before + 1, o_after, n_before + 1, n_after))
    return _merged(sorted(found))


def _anchors(
    old: Sequence[T], new: Sequence[T], o_from: int, o_to: int, n_from: int, n_to: int
) -> list[tuple[int, int]]:
    """Places of what occurs once in both rows, the longest run of them that keeps its order."""
    in_old, in_new = Counter(old[o_from:o_to]), Counter(new[n_from:n_to])
    place = {new[at]: at for at in range(n_from, n_to) if in_new[new[at]] == 1}
    pairs = [
        (at, place[old[at]])
        for at in range(o_from, o_to)
        if in_old[old[at]] == 1 and old[at] in place
    ]
    return _longest_in_order(pairs)


def _longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    tops: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for at, (_, new_at) in enumerate(pairs):
        pile = bisect_left(tops, new_at)
        before[at] = ends[pile - 1] if pile else -1
        if pile == len(tops):
            tops.append(new_at)
            ends.append(at)
        else:
            tops[pile], ends[pile] = new_at, at
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _merged(matches: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    merged: list[tuple[int, int, int]] = []
    for old_at, new_at, length in matches:
        if merged:
            o, n, size = merged[-1]
            if o + size == old_at and n + size == new_at:
                merged[-1] = (o, n, size + length)
                continue
        merged.append((old_at, new_at, length))
    return merged
