"""Whether two printed numbers differ as a slip of the pen makes them differ."""

from decimal import Decimal

from sagsgang.checking.quantities import Quantity

#: Longer numbers are not written out again.
_LARGEST = Decimal(10) ** 15

#: A swap says something in numbers so long, one other digit in those.
FEWEST_FOR_SWAP, FEWEST_FOR_DIGIT = 3, 4


def is_slip(one: str, other: str, *, fewest: int = FEWEST_FOR_DIGIT) -> bool:
    """True when two digits that stand beside each other are swapped, or one digit is another.

    The numbers are as printed; zeros that end whole numbers count for nothing, and short numbers
    are never slips of each other: too many are. Of those where one digit is another so many digits
    must tell as `fewest` says.
    """
    first, second = _digits(one), _digits(other)
    if len(first) != len(second) or one.startswith("-") != other.startswith("-"):
        return False
    wrong = [at for at in range(len(first)) if first[at] != second[at]]
    telling = max(telling_digits(one), telling_digits(other))
    if len(wrong) == 1:
        return telling >= fewest
    return (
        telling >= FEWEST_FOR_SWAP
        and len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and first[wrong[0]] == second[wrong[1]]
        and first[wrong[1]] == second[wrong[0]]
    )


def differ_little(one: Quantity, other: Quantity) -> bool:
    """True when one may be the other written wrong or not brought up to date: one other digit,
    neighbours swapped, or a fifth more or less.
    """
    if is_a_fifth_off(abs(one.value), abs(other.value)):
        return True
    first, second = _digits(one.number), _digits(other.number)
    if len(first) != len(second) or one.scale != other.scale:
        return False
    return _is_one_digit_off(first, second)


def differs_little_from(quantity: Quantity, value: Decimal) -> bool:
    """The same of a quantity and of a value that is printed elsewhere, in another scale perhaps."""
    size = abs(value).scaleb(-quantity.scale)
    if is_a_fifth_off(abs(quantity.value), abs(value)):
        return True
    if size >= _LARGEST:
        return False
    meant = _digits(f"{round(size, quantity.decimals):f}")
    printed = _digits(quantity.number)
    longest = max(len(meant), len(printed))
    return _is_one_digit_off(meant.zfill(longest), printed.zfill(longest))


def is_a_fifth_off(one: Decimal, other: Decimal) -> bool:
    """True when the smaller is at least four fifths of the larger."""
    return 5 * min(one, other) >= 4 * max(one, other)


def _is_one_digit_off(first: str, second: str) -> bool:
    wrong = sum(a != b for a, b in zip(first, second, strict=True))
    return wrong == 1 or is_other_order(first, second)


def telling_digits(number: str) -> int:
    """How many digits of a printed number say something: no zeros before it, none that end it
    unless they are decimals.
    """
    digits = _digits(number).lstrip("0")
    return len(digits if "," in number else digits.rstrip("0"))


def is_swap(one: str, other: str) -> bool:
    """True when the same digits stand in another order, two of them swapped."""
    return is_slip(one, other) and sorted(_digits(one)) == sorted(_digits(other))


def is_other_order(one: str, other: str) -> bool:
    """True when two neighbours among the digits are swapped, however short the numbers are."""
    wrong = [at for at in range(min(len(one), len(other))) if one[at] != other[at]]
    return (
        len(one) == len(other)
        and len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
    )


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))
