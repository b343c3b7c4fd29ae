"""What the desk shows: where each process can be seen in the example."""

from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.models import Case
from sagsgang.web.desk.processes import process_documents


def example_case_keys() -> dict[str, int]:
    """Case number without its year → key of the example municipality's newest case of it."""
    wanted = {
        process.case
        for document in process_documents()
        for process in document.processes
        if process.case
    }
    found = Case.objects.filter(municipality__in=Municipality.objects.filter(is_example=True))
    keys = {}
    for number, pk in found.order_by("created_at", "pk").values_list("number", "pk"):
        if (timeless := number.rpartition("-")[0]) in wanted:
            keys[timeless] = pk
    return keys
