"""Processer: the page that an evaluator or a new secretary opens first."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.figures.registry import indicator
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.design.page import Crumb
from sagsgang.web.desk.processes import Process, process_documents
from sagsgang.web.desk.selectors import example_case_keys


@require_GET
def processes(request: HttpRequest) -> HttpResponse:
    """Every process with its state, and where to see those that run."""
    keys = example_case_keys()
    documents = [
        {
            "name": document.name,
            "processes": [
                _row(process, f"/sager/{keys[process.case]}/" if process.case in keys else "")
                for process in document.processes
            ],
        }
        for document in process_documents()
    ]
    counts = Counter(
        process.state for document in process_documents() for process in document.processes
    )
    context = {
        "trail": [Crumb(_("Processes"))],
        "documents": documents,
        "counts": counts,
        "is_signed_in": standing_of(request.user).user is not None,
    }
    return render(request, "desk/processes.html", context)


def _row(process: Process, case: str) -> dict[str, object]:
    target = case or process.path
    return {
        "process": process,
        "target": target,
        "is_open": bool(target) and process.state != "coming",
        "indicators": [indicator(name) for name in process.indicators],
    }
