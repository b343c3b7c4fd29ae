"""How a page that is turned by quarters, or whose text is, is read as if it stood upright."""

Box = tuple[float, float, float, float]


def turn_of(a: float, b: float) -> int | None:
    """The quarter turns (0–3, against the clock) of text with a, b in its matrix; None: oblique."""
    if abs(b) <= 0.02 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= 0.02 * abs(b):
        return 1 if b > 0 else 3
    return None


def upright(left: float, top: float, right: float, bottom: float, turn: int) -> Box:
    """PDF's (left, top, right, bottom) as (x0, top, x1, bottom) of the upright page."""
    if turn == 0:
        return left, -top, right, -bottom
    if turn == 1:
        return bottom, left, top, right
    if turn == 2:
        return -right, bottom, -left, top
    return -top, -right, -bottom, -left
