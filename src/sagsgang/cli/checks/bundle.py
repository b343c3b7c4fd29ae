"""`check --bundle`: an agenda or minutes and all its attachments, checked as one."""

import re
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from sagsgang.checking import Report, check
from sagsgang.checking.parts import Part, merged, parts_of
from sagsgang.checking.privacy.passage import HIDDEN
from sagsgang.cli import side_by_side
from sagsgang.cli.checks.baselines import only_new
from sagsgang.cli.checks.checked import Outcome, Wanted, outcome_of
from sagsgang.cli.checks.settings import Chosen, ensure_rules
from sagsgang.cli.documents import Document, documents_in
from sagsgang.cli.inputs import BadInput, Input
from sagsgang.cli.language import _, chosen
from sagsgang.minutes import Attachment, DocumentKind, Minutes, Source
from sagsgang.reading import Unreadable
from sagsgang.reading.attachments import read_attachments

#: Names that tell an agenda, and after them those that tell minutes: these are often attached to an
#: agenda, for approval.
_NAMES = (
    re.compile(r"(?<![a-zæøå])(?:dagsorden|agenda)", re.IGNORECASE),
    re.compile(r"(?<![a-zæøå])(?:referat|beslutningsprotokol|minutes)", re.IGNORECASE),
)
_IS_ATTACHMENT = re.compile(r"(?:bilag|appendi|attachment)", re.IGNORECASE)
#: What an agenda may be in, when no name tells it.
_ENDINGS = {".pdf", ".docx", ".odt", ".html", ".htm", ".json", ".txt", ".md"}

#: The attachments are checked in so many parts, side by side; but few characters in one.
_PARTS = 7
_FEW = 1_000_000

#: A file as it was at a moment: path, nanoseconds of the last change, bytes.
Stamp = tuple[Path, int, int]
#: Attachments read before, for who checks again and again.
Kept = dict[Stamp, Attachment]


def check_bundle(
    folder: Path,
    files: Sequence[Path],
    agenda: Input | None,
    settings: Chosen,
    wanted: Wanted,
    kept: Kept,
) -> Outcome:
    """Check the files of a folder as one; `agenda` is found among them unless it is given.

    Without an agenda the attachments are checked all the same, and the complaint says so.
    """
    complaint = None
    documents: list[Document] = []
    agenda = agenda or find_agenda(folder, files, wanted.max_size)
    if agenda is None:
        complaint = _("no agenda or minutes among the files; the attachments are checked alone")
    else:
        try:
            documents = documents_in(agenda, wanted.max_size)
        except (BadInput, Unreadable) as error:
            complaint = _("{}: {} The attachments are checked alone").format(agenda.name, error)
            agenda = None
    if agenda and agenda.path and not any(_is_same(path, agenda.path) for path in files):
        files = [*files, agenda.path]
    if not documents:
        documents = [Document(_nothing(folder), ())]
    document = documents[0]
    attachments = [
        named
        for path, attachment in zip(files, _read(files, kept), strict=True)
        if (named := _named(attachment, path, folder, agenda, document.minutes)) is not None
    ]
    characters = sum(len(each.text) for one in attachments for each in one.fragments)
    number = _PARTS if characters > _FEW else 1
    parts = parts_of(attachments, number, wanted.rules, wanted.skip)
    work = partial(_check_part, document=document, settings=settings)
    checked = side_by_side.results(work, parts)
    shown = side_by_side.shown(checked, len(parts), _("Checking"), quiet=False)
    report = only_new(merged(list(shown)), wanted.known)
    return outcome_of(str(folder), [(document.minutes, report)], wanted, complaint)


def _check_part(part: Part, document: Document, settings: Chosen) -> Report:
    ensure_rules(settings)
    return check(
        document.minutes,
        rules=part.rules,
        language=chosen(),
        lines=document.lines,
        attachments=part.attachments,
        settings=settings.settings,
    )


def find_agenda(folder: Path, files: Sequence[Path], max_size: int) -> Input | None:
    """The file whose name says agenda, or else minutes, that is nearest to the top of the folder
    and holds most items; when no name tells, the document that states its meeting and holds most.
    """

    def rank(path: Path) -> tuple[int, int]:
        depth = len(path.relative_to(folder).parts)
        if _IS_ATTACHMENT.match(path.name):
            return len(_NAMES), depth
        told = (at for at, name in enumerate(_NAMES) if name.search(path.name))
        return next(told, len(_NAMES)), depth

    for (named, _depth), group in groupby(sorted(files, key=rank), rank):
        is_named = named < len(_NAMES)
        tried = [path for path in group if is_named or path.suffix.lower() in _ENDINGS]
        look = partial(_items, max_size=max_size, is_named=is_named)
        try:
            counts = list(side_by_side.results(look, tried))
        except BrokenProcessPool:  # the file that does this is named as an attachment
            continue
        if any(counts):
            best = tried[counts.index(max(counts))]
            return Input(str(best), best)
    return None


def _items(path: Path, max_size: int, *, is_named: bool) -> int:
    """How many items a file has as an agenda; 0 when it is none."""
    try:
        (minutes, _lines), *others = documents_in(Input(str(path), path), max_size)
    except Exception:  # whatever is wrong is told of it as an attachment
        return 0
    states_meeting = minutes.body is not None and minutes.starts_at is not None
    return len(minutes.items) if not others and (is_named or states_meeting) else 0


def _read(files: Sequence[Path], kept: Kept) -> list[Attachment]:
    """The attachments in these files; only what has changed is read again."""
    stamps = [stamp_of(path) for path in files]
    missing = [at for at, stamp in enumerate(stamps) if stamp not in kept]
    with side_by_side.counting(_("Reading")) as progress:
        found = read_attachments([files[at] for at in missing], progress=progress)
    fresh = dict(zip((stamps[at] for at in missing), found, strict=True))
    read = [fresh.get(stamp) or kept[stamp] for stamp in stamps]
    kept.clear()
    kept.update(zip(stamps, read, strict=True))
    return read


def stamp_of(path: Path) -> Stamp:
    """What tells whether a file has changed; a file that is gone has one too."""
    try:
        status = path.stat()
    except OSError:
        return path, 0, -1
    return path, status.st_mtime_ns, status.st_size


def _named(
    attachment: Attachment, path: Path, folder: Path, agenda: Input | None, minutes: Minutes
) -> Attachment | None:
    """The attachment by its path in the folder; of the agenda's own file what no reader sees."""
    if agenda is None or agenda.path is None or not _is_same(path, agenda.path):
        return replace(attachment, name=path.relative_to(folder).as_posix())
    hidden = tuple(attachment.of_kind(*HIDDEN))
    if not hidden and not attachment.problems:
        return None
    return replace(attachment, name=minutes.source.name, fragments=hidden, grids=())


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _nothing(folder: Path) -> Minutes:
    source = Source(name=folder.resolve().name, sha256="", format="", dialect="", confidence=0)
    return Minutes(kind=DocumentKind.AGENDA, source=source)
