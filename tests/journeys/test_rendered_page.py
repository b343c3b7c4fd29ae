"""The page that `sagsgang render` makes is for everybody: on a desk and on a phone."""

import pytest

from sagsgang.reading import read
from sagsgang.rendering.html import document_page

from .conftest import DESKTOP
from .test_every_page import NARROW, headings_out_of_order, violations

EXAMPLES = "src/sagsgang/web/example/minutes"


@pytest.mark.parametrize(
    "name", ["arbejdsmarkedsudvalget-2025-05-05.txt", "byraadet-2025-05-27.json"]
)
def test_a_rendered_page_is_for_everybody(root, open_page, axe, tmp_path, name):
    minutes = read((root / EXAMPLES / name).read_bytes(), name).minutes
    path = tmp_path / "side.html"
    path.write_text(document_page(minutes), encoding="utf-8")
    for viewport in (DESKTOP, NARROW):
        page = open_page(path.as_uri(), viewport=viewport)
        assert violations(page, axe) == []
        assert headings_out_of_order(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
