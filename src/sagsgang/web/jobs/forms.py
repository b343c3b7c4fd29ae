"""The forms of the jobs' page: each only carries its operation."""

from sagsgang.web.audit.forms import OperationForm


class RetryForm(OperationForm):
    """Try a job again."""
