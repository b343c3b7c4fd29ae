"""What stands around a document on a page: whose website it is, where else to go, what to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `is_current` is the page that is shown."""

    text: str
    address: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page; without one the page stands alone, with its looks within.

    `stylesheets` are addresses that take the place of the page's own looks; `title` takes the
    place of the document's. `notices` tell what the reader must know before anything else:
    "Erstattet af en nyere version". None of it is text of the document.
    """

    title: str | None = None
    stylesheets: tuple[str, ...] = ()
    canonical: str | None = None
    site_name: str | None = None
    site_address: str | None = None
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    notices: tuple[str, ...] = ()


ALONE = Frame()
