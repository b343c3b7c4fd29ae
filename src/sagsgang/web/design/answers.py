"""What a write is answered with: go and look."""

from django.http import HttpResponseRedirect


def see_other(path: str) -> HttpResponseRedirect:
    """After a write: the browser gets the page anew, so that a reload writes nothing."""
    return HttpResponseRedirect(path, status=303)
