"""The files of hearings, to be saved, for those whom the gate lets; 404 for everyone else."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from sagsgang.web.cases.attachments.serving import file_sent
from sagsgang.web.routes.hearings.material import material_file
from sagsgang.web.routes.hearings.selectors import hearing_file_get, hearing_get


@login_required
@require_safe
def given(request: HttpRequest, pk: int, version: int) -> HttpResponseBase:
    """An attachment that the body was given, as it was when the hearing began."""
    found = hearing_get(request.user, pk)
    return file_sent(material_file(found.round, version) if found is not None else None)


@login_required
@require_safe
def answered(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file that came with an answer."""
    return file_sent(hearing_file_get(request.user, pk))
