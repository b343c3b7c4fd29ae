"""What the tests of all formats lean on: the proof that nothing visible of a source is lost."""

from collections import Counter
from collections.abc import Callable, Iterable
from html.parser import HTMLParser

import pytest

from sagsgang.reading.canonical import Canonical
from sagsgang.reading.formats.flow import fold

AssertKept = Callable[[Iterable[str], Canonical], None]

# Void or never shown: an independent list, so that a slip in the product's is seen.
_UNSEEN = {"script", "style", "template", "title", "iframe"}


def solid(text: str) -> str:
    """`text` without blanks and unseen signs."""
    return fold(text).replace(" ", "")


@pytest.fixture(scope="session")
def assert_kept() -> AssertKept:
    """Fails unless every text of the source stands whole in the canonical text, as often as there.

    Blanks do not count, nor do the signs a format adds (bullets, numbers, tabs between cells).
    """

    def check(texts: Iterable[str], canonical: Canonical) -> None:
        whole = solid(canonical.text)
        counted: Counter[str] = Counter()
        for text in texts:
            piece = solid(text)
            assert piece in whole, f"tabt: {text!r}"
            counted.update(piece)
        missing = counted - Counter(whole)
        assert not missing, f"tabte tegn: {missing}"

    return check


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        if not self.unseen and data.strip():
            self.texts.append(data)


@pytest.fixture(scope="session")
def visible_texts() -> Callable[[str], list[str]]:
    """The visible texts of HTML, found by another parser than the product's."""

    def texts(source: str) -> list[str]:
        parser = _Visible()
        parser.feed(source)
        parser.close()
        return parser.texts

    return texts
