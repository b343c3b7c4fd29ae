"""Web pages: the text shown, and what the markup hides."""

import re
from html.parser import HTMLParser

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found, quoted

_BLOCKS = frozenset({
    "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "dt",
    "dd", "article", "header", "footer", "pre", "blockquote", "option", "title",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
_SILENT = frozenset({"script", "style"})
_DEEPEST = 2_000


def read_web_page(text: str, found: Found, where: str = "siden") -> None:
    """The texts of a web page; nothing it names is fetched."""
    page = _Page(found, where)
    page.feed(text)
    page.close()
    page.finish()


class _Page(HTMLParser):
    def __init__(self, found: Found, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found = found
        self.where = where
        self.open: list[tuple[str, bool]] = []
        self.shown: list[str] = []
        self.hidden: list[str] = []
        self.comments = 0
        self.links: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: text or "" for name, text in attrs}
        if tag in _BLOCKS:
            self._write("\n")
        elif tag in ("td", "th"):
            self._write("\t")
        if tag == "meta" and (name := said.get("name") or said.get("property")):
            self._metadata(f"egenskaben {quoted(name)}", said.get("content", ""))
        elif tag == "a" and not said.get("href", "#").startswith("#"):
            self.links[said["href"]] = None
        elif tag == "input" and said.get("type", "").lower() == "hidden":
            self.hidden.append(f"{said.get('value', '')}\n")
        elif tag == "input" and said.get("value"):
            self._write(said["value"])
        for name in ("alt", "title"):
            if said.get(name):
                self._metadata("alternativ tekst", said[name])
        if tag not in _VOID and len(self.open) < _DEEPEST:
            is_hidden = "hidden" in said or bool(_UNSEEN.search(said.get("style", "")))
            self.open.append((tag, is_hidden or tag == "template" or self._is_hidden()))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._write("\n")
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 50), -1):
            if self.open[place][0] == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][0] in _SILENT):
            self._write(data)

    def handle_comment(self, data: str) -> None:
        if data.strip() and not data.startswith("[if"):
            self.comments += 1
            where = f"{self.where}, kommentar {self.comments} i koden"
            self.found.add(FragmentKind.COMMENT, where, data.strip())

    def _is_hidden(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def _write(self, text: str) -> None:
        (self.hidden if self._is_hidden() else self.shown).append(text)

    def _metadata(self, where: str, text: str) -> None:
        self.found.add(FragmentKind.METADATA, f"{self.where}, {where}", text)

    def finish(self) -> None:
        """Gives what has been taken."""
        self.found.add(FragmentKind.TEXT, self.where, _tidy(self.shown))
        self.found.add(FragmentKind.HIDDEN, f"{self.where}, skjult", _tidy(self.hidden))
        for link in self.links:
            self.found.add(FragmentKind.LINK, f"{self.where}, link", link)


def _tidy(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))
