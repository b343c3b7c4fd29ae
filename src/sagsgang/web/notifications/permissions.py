"""Nobody is told about what she may not see: each kind of subject has a gate that says so.

A subject is named by a key, `case:12`. What names no subject concerns the receiver alone.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

MaySee = Callable[[str, object], bool]
MaySeeMany = Callable[[Collection[str], object], Collection[str]]
IsClosed = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Gate:
    """How one kind of subject is asked about."""

    may_see: MaySee
    many: MaySeeMany | None
    is_closed: IsClosed | None


_gates: dict[str, Gate] = {}


def subject_gate_register(
    kind: str,
    may_see: MaySee,
    *,
    many: MaySeeMany | None = None,
    is_closed: IsClosed | None = None,
) -> None:
    """Say who may see subjects of a kind (`case` for `case:12`).

    `may_see(subject_key, user)` answers for one; `many(subject_keys, user)`, which of them, at the
    price of one. `is_closed(subject_key)` tells what is closed to the public: a mail about it says
    only that there is news. Without it every subject of the kind is taken to be closed.
    """
    _gates[kind] = Gate(may_see, many, is_closed)


def subject_require_gate(subject_key: str) -> None:
    """Raise LookupError when nobody can say who may see it."""
    if subject_key and _kind(subject_key) not in _gates:
        kind = _kind(subject_key)
        raise LookupError(f"{kind}: a room must call subject_gate_register({kind!r}, …)")


def subject_may_see(subject_key: str, user: object) -> bool:
    """Whether she may see it now; what nobody can say is no."""
    return bool(subjects_seen({subject_key}, user))


def subjects_seen(subject_keys: Collection[str], user: object) -> set[str]:
    """Those of the keys that she may see now."""
    seen: set[str] = {key for key in subject_keys if not key}
    by_kind: dict[str, set[str]] = defaultdict(set)
    for key in subject_keys:
        if key:
            by_kind[_kind(key)].add(key)
    for kind, keys in by_kind.items():
        gate = _gates.get(kind)
        if gate is None:
            continue
        if gate.many is not None:
            seen |= keys & set(gate.many(keys, user))
        else:
            seen |= {key for key in keys if gate.may_see(key, user)}
    return seen


def subject_is_closed(subject_key: str) -> bool:
    """Whether a mail must not tell what it is about."""
    if not subject_key:
        return False
    gate = _gates.get(_kind(subject_key))
    return gate is None or gate.is_closed is None or gate.is_closed(subject_key)


def _kind(subject_key: str) -> str:
    return subject_key.partition(":")[0]
