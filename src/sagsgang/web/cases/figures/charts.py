"""The picture of a figure in a case: an old text has its own, of the answer it was kept with."""

import re
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from sagsgang.figures.chart import svg
from sagsgang.web.cases.figures.drawing import chart_of
from sagsgang.web.cases.figures.selectors import figure_get, shown_with_hash
from sagsgang.web.cases.templatetags.cases import section_html
from sagsgang.web.cases.views.found import case_found


@login_required
@require_safe
def chart(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The picture of the answer named by `v`: what stands in the text now, or stood there when an
    agenda was sent or a version kept.
    """
    case = case_found(request, pk)
    figure = figure_get(case, key)
    shown = figure and shown_with_hash(figure, request.GET.get("v", ""))
    if not shown:
        raise Http404
    response = HttpResponse(_roomy(svg(chart_of(shown))), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=86400"
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    )
    return response


def preview_html(html: str, shown: dict[str, Any]) -> SafeString:
    """A figure before it is put in: its picture stands in the page, for it has no address yet."""
    return mark_safe(_IMAGE.sub(lambda _image: svg(chart_of(shown), "udkast"), section_html(html)))


_IMAGE = re.compile(r"<img [^>]*>")
_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)" width="[\d.]+"')


def _roomy(picture: str) -> str:
    """A picture in a file of its own has not the page's letters but the browser's, which may be
    wider: room is left for them to the right.
    """

    def wider(found: re.Match[str]) -> str:
        width = f"{float(found['width']) * 1.2:.0f}"
        return f'viewBox="0 0 {width} {found["height"]}" width="{width}"'

    return _BOX.sub(wider, picture, count=1)
