"""`sagsgang indicators`: which indicators there are, or the page of one."""

from typing import Annotated

import typer

from sagsgang.cli.language import _
from sagsgang.cli.output import encoded, write


def indicators(
    name: Annotated[
        str | None,
        typer.Argument(metavar=_("NAME"), help=_("Print its page."), show_default=False),
    ] = None,
) -> None:
    from sagsgang.figures.page import readable
    from sagsgang.figures.registry import UnknownIndicator, all_indicators, indicator

    if name is None:
        known = all_indicators()
        width = max(len(each.id) for each in known)
        lines = [f"{each.id:{width}}  {each.title}" for each in known]
        write(encoded("\n".join(lines) + "\n"))
        return
    try:
        write(encoded(readable(indicator(name))))
    except UnknownIndicator as error:
        raise typer.BadParameter(str(error), param_hint=_("NAME")) from None
