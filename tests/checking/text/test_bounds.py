"""A text of very many figures takes bounded time, and what was not recomputed is said."""

from sagsgang.checking import check
from sagsgang.checking.context import MOST_FIGURES
from sagsgang.reading import read

_HEAD = "Teknisk Udvalg\nReferat\n12. juni 2024\n\n1. Mange tal\n\nSagsfremstilling\n"
_SUM = "I alt er 12 borgere og 13 unge 25 personer."


def _skipped(lines: int) -> set[str]:
    text = _HEAD + "\n\n".join([_SUM] * lines) + "\n\nBeslutning\nGodkendt.\n"
    minutes = read(text.encode(), "mange.txt").minutes
    return {each.rule for each in check(minutes, rules=["F03", "F04", "F10", "F11"]).skipped}


def test_what_is_beyond_the_bound_is_said_to_be_skipped() -> None:
    assert _skipped(MOST_FIGURES) == {"F03", "F04", "F10", "F11"}


def test_an_ordinary_text_is_recomputed_whole() -> None:
    assert _skipped(20) == set()
