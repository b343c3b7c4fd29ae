"""`sagsgang reindex`: the search index, made anew from the archive."""

import sys

import typer

from sagsgang.cli.database import open_database
from sagsgang.cli.language import _
from sagsgang.cli.output import complain

UNDONE = 2


def reindex() -> None:
    open_database()
    from sagsgang.searching import IndexIsBeingWritten
    from sagsgang.web.archive.search_index import index_rebuild

    print(_("Building the search index …"), file=sys.stderr, flush=True)
    try:
        count = index_rebuild()
    except IndexIsBeingWritten as error:
        complain("reindex", str(error))
        raise typer.Exit(UNDONE) from None
    print(_("{} items can be found").format(count))
