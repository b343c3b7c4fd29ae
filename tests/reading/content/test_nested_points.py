"""Points inside a numbered point belong to it, and a choice among them is no choice between
recommendations."""

from sagsgang.reading.content.recommendations import read_recommendations

_NESTED = (
    "Forvaltningen indstiller,\n"
    "1. at orienteringen tages til efterretning,\n"
    "2. at der vælges én af to muligheder,\n"
    "a. at forløbet ændres",
    "eller\nb. at forløbet fortsætter uændret.\n3. at beløbet indarbejdes i budgettet.",
)


def test_lettered_points_stay_inside_their_numbered_point() -> None:
    found = read_recommendations(list(_NESTED))
    assert [point.number for point in found] == [1, 2, 3]
    assert found[1].text.split("\n")[1:] == [
        "a. at forløbet ændres",
        "eller",
        "b. at forløbet fortsætter uændret.",
    ]


def test_a_choice_inside_one_point_makes_no_point_an_option() -> None:
    assert not any(point.option for point in read_recommendations(list(_NESTED)))


def test_a_choice_between_points_makes_each_an_option() -> None:
    lines = "Det indstilles\n1. at forløbet ændres\neller\n2. at forløbet fortsætter."
    assert [point.option for point in read_recommendations([lines])] == [True, True]


def test_letters_alone_are_points_of_their_own() -> None:
    found = read_recommendations(["Det indstilles\na) at A godkendes\nb) at B godkendes"])
    assert [point.text for point in found] == ["at A godkendes", "at B godkendes"]
