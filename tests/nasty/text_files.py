"""Nasty text: encodings mixed and cut off, lines without end, signs that lead searches astray."""

import gzip

from tests.nasty.nasty_file import EITHER, LINES, READ, Nasty

PLAIN = "\n\n".join(LINES)
NOTHING = "ingen dagsordenspunkter"
BINARY = "ikke tekst"
#: Bytes without order, the same each time.
NOISE = bytes((n * n * 31 + n * 7) % 251 for n in range(200_000))


def both(text: str) -> bytes:
    """A text whose lines are in turn UTF-8 and Windows-1252, as after careless copying."""
    lines = text.split("\n")
    return b"\n".join(
        line.encode("cp1252" if place % 4 else "utf-8") for place, line in enumerate(lines)
    )


FILES: dict[str, Nasty] = {
    "txt-two-encodings": Nasty(lambda: both(PLAIN), READ),
    "txt-utf-16-without-mark": Nasty(lambda: PLAIN.encode("utf-16-le"), READ),
    "txt-utf-16-cut-off": Nasty(lambda: PLAIN.encode("utf-16")[:-1], READ),
    "txt-utf-32": Nasty(lambda: PLAIN.encode("utf-32"), READ),
    "txt-utf-32-impossible": Nasty(lambda: b"\xff\xfe\0\0" + b"\xff" * 4001, "fil|punkt"),
    "txt-half-a-pair": Nasty(lambda: PLAIN.encode("utf-16") + b"\x00\xd8", READ),
    "txt-cut-in-a-letter": Nasty(lambda: f"{PLAIN}\n\nStøj på molen: æ".encode()[:-1], READ),
    "txt-zeros": Nasty(lambda: b"\0" * 1_000_000, "tom"),
    "txt-blanks": Nasty(lambda: b" \t\r\n" * 1_000_000, "tom"),
    "txt-old-line-ends": Nasty(lambda: PLAIN.replace("\n", "\r").encode(), READ),
    "txt-one-line": Nasty(lambda: b"Punkt 1: " + b"ord " * 2_000_000, EITHER),
    "txt-one-word": Nasty(lambda: b"a" * 10_000_000, NOTHING),
    "txt-all-dots": Nasty(lambda: (PLAIN + "\n\n" + "." * 500_000).encode(), EITHER),
    "txt-all-blanks-and-dots": Nasty(
        lambda: (PLAIN + "\n\n" + ". " * 3_000 + "x").encode(), EITHER
    ),
    "txt-all-digits": Nasty(lambda: (PLAIN + "\n\n" + "9" * 1_000_000).encode(), EITHER),
    "txt-all-dashes": Nasty(lambda: (PLAIN + "\n\n" + "- " * 500_000).encode(), EITHER),
    "txt-all-brackets": Nasty(lambda: (PLAIN + "\n\n" + "[(" * 200_000).encode(), EITHER),
    "txt-all-signs": Nasty(lambda: f"{'#' * 500_000}\n{'*' * 500_000}\n{PLAIN}".encode(), EITHER),
    "txt-wide-table": Nasty(
        lambda: (PLAIN + "\n\n" + ("\t".join("1" * 100_000) + "\n") * 3).encode(), READ
    ),
    "txt-many-items": Nasty(
        lambda: "\n\n".join(
            f"Punkt {n}: Sag {n}\n\nBeslutning\n\nGodkendt." for n in range(1, 3000)
        ).encode(),
        EITHER,
    ),
    "txt-many-headings": Nasty(
        lambda: (PLAIN + "\n\nBeslutning\n\nGodkendt." * 10_000).encode(), READ
    ),
    "txt-right-to-left": Nasty(
        lambda: ("\u202e" + PLAIN.replace(" ", " \u200f\u2067")).encode(), EITHER
    ),
    "txt-stacked-accents": Nasty(lambda: (PLAIN + "\n\nz" + "\u0301" * 500_000).encode(), EITHER),
    "bytes-without-order": Nasty(lambda: NOISE, "fil"),
    "bytes-packed": Nasty(lambda: gzip.compress(PLAIN.encode(), mtime=0), BINARY),
    "bytes-of-a-picture": Nasty(lambda: b"\x89PNG\r\n\x1a\n" + NOISE[:5000], BINARY),
    "bytes-of-a-program": Nasty(lambda: b"\x7fELF\2\1\1" + bytes(9) + NOISE[:5000], BINARY),
    "txt-named-pdf": Nasty(lambda: PLAIN.encode(), READ, name="referat.pdf"),
    "txt-named-with-a-line-end": Nasty(lambda: b"brev", NOTHING, name="re\nfe\x1b[31mrat.txt"),
}
