"""What people can be told about, each kind with its words and the usual reason."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """`title` names the kind among the preferences; `why` goes after "Du får denne besked, fordi"
    where the one who tells gives no better reason. Both are Danish, `title` may be a message.
    """

    code: str
    title: str | Promise
    why: str


_kinds: dict[str, Kind] = {}


def kind_register(code: str, title: str | Promise, why_default: str) -> None:
    """Make a kind known; rooms do so when they start."""
    _kinds[code] = Kind(code, title, why_default)


def kind_of(code: str) -> Kind:
    """The kind of that code. Raises LookupError when no room made it known."""
    if code not in _kinds:
        raise LookupError(f"{code}: a room must call kind_register({code!r}, …) when it starts")
    return _kinds[code]


def kinds() -> list[Kind]:
    """Every kind, by code: a room's own stand together."""
    return [_kinds[code] for code in sorted(_kinds)]
