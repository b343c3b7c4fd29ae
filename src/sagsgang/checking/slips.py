"""Whether two printed numbers differ by one slip of the hand: a wrong digit, or two swapped."""


def is_one_slip(one: str, other: str) -> bool:
    """True for "36" and "26", "5,236" and "5,326"; the numbers are compared digit by digit.

    Numbers with another count of digits, and single digits, are never one slip apart.
    """
    return is_digit_or_swap(_digits(one), _digits(other))


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def is_digit_or_swap(one: str, other: str) -> bool:
    """The same of digits alone, points and commas taken out; equal ones are no slip."""
    if len(one) != len(other) or len(one) < 2:
        return False
    wrong = [at for at in range(len(one)) if one[at] != other[at]]
    if len(wrong) == 1:
        return True
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    first, second = wrong
    return one[first] == other[second] and one[second] == other[first]
