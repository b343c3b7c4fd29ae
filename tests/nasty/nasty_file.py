"""What one nasty file is: its bytes, made anew each time, and how reading it has to end."""

from collections.abc import Callable
from dataclasses import dataclass

READ = ""
#: Either end is right, as long as it is a clean one: what is left of a damaged file may be enough.
EITHER = "*"

#: Minutes that nothing is wrong with, of an invented body.
LINES = (
    "REFERAT Havneudvalget 2022-2025 d. 04-03-2025",
    "Mødedato Tirsdag d. 4. marts 2025 kl. 15:30",
    "Mødested Havnekontoret",
    "Punkt 1: Forlængelse af molen",
    "15.00.00-G01-1-25",
    "Sagsfremstilling",
    "Molen foreslås forlænget med 40 meter, så færgen kan lægge til i al slags vejr.",
    "Indstilling",
    "Havnechefen indstiller, at molen forlænges.",
    "Beslutning",
    "Godkendt.",
    "Punkt 2: Eventuelt",
    "Beslutning",
    "Intet til referat.",
)


@dataclass(frozen=True)
class Nasty:
    """`ends` is READ, EITHER, or words of the one line with which the file is refused.

    `name` is what the file is called, when that is the nasty thing about it.
    """

    make: Callable[[], bytes]
    ends: str
    name: str = "referat"
