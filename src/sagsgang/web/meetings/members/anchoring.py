"""Where a note's words stand in a text that may have changed since: pure functions, no guesses.

Blanks do not count: paragraphs, line breaks and indents may move without moving a note.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: So many letters around the words are kept to tell places with the same words apart.
CONTEXT = 100
#: Words that changed are found between what stood before and after, when so much of it stands yet.
NEAR = 12
#: How much of the words must be the same for them to be the same words with a change in them.
ALIKE = 0.6
State = Literal["there", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text with what stands before and after them."""

    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """`text[start:end]` is where the words are. `changed`: other words stand between the same
    surroundings. `gone` has no place, 0 and 0.
    """

    state: State
    start: int = 0
    end: int = 0


GONE = Place("gone")


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A text without blanks, and where each of its letters stands in the text itself."""

    letters: str
    at: tuple[int, ...]


def anchor_of(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`."""
    return Anchor(
        quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
    )


def anchor_place(text: str, anchor: Anchor) -> Place:
    """Where the anchor's words stand in `text`: of several places the one whose surroundings are
    most like the anchor's, the first of those that are equally like.
    """
    squeezed = _squeezed(text)
    quote, before, after = (
        _squeezed(part).letters for part in (anchor.quote, anchor.before, anchor.after)
    )
    if not quote:
        return GONE
    best, most = None, -1
    for start in _occurrences(squeezed.letters, quote):
        alike = _same_end(squeezed.letters[:start], before)
        alike += _same_start(squeezed.letters[start + len(quote) :], after)
        if alike > most:
            best, most = start, alike
    if best is not None:
        return _place("there", squeezed, best, best + len(quote))
    between = _between(squeezed.letters, quote, before, after)
    return _place("changed", squeezed, *between) if between else GONE


def anchor_renewed(text: str, anchor: Anchor) -> tuple[Anchor, State]:
    """The anchor as the text now has it; unchanged where the words are gone."""
    place = anchor_place(text, anchor)
    if place.state == "gone":
        return anchor, "gone"
    return anchor_of(text, place.start, place.end), place.state


def _between(letters: str, quote: str, before: str, after: str) -> tuple[int, int] | None:
    """Between the last letters of `before` and the first of `after`, when both stand there once
    more and what is between is still much like the quote.
    """
    left, right = before[-NEAR:], after[:NEAR]
    if len(left) < NEAR or len(right) < NEAR:
        return None
    best, most = None, ALIKE
    for found in _occurrences(letters, left):
        start = found + len(left)
        end = letters.find(right, start, start + 3 * len(quote) + len(right))
        if end <= start:
            continue
        alike = SequenceMatcher(None, quote, letters[start:end], autojunk=False).ratio()
        if alike >= most:
            best, most = (start, end), alike
    return best


def _squeezed(text: str) -> _Squeezed:
    kept = [(letter, index) for index, letter in enumerate(text) if not letter.isspace()]
    return _Squeezed("".join(letter for letter, _ in kept), tuple(index for _, index in kept))


def _occurrences(letters: str, quote: str) -> Iterator[int]:
    found = letters.find(quote)
    while found >= 0:
        yield found
        found = letters.find(quote, found + 1)


def _same_end(one: str, other: str) -> int:
    return _same_start(one[::-1][: len(other)], other[::-1])


def _same_start(one: str, other: str) -> int:
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same


def _place(state: State, squeezed: _Squeezed, start: int, end: int) -> Place:
    return Place(state, squeezed.at[start], squeezed.at[end - 1] + 1)
