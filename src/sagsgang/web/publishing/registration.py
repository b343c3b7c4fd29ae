"""What publishing puts into the other rooms when the website starts: events, jobs, panels, menu."""

from django.utils.translation import gettext_lazy as _

from sagsgang.web.design.navigation import MenuEntry, menu_register
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.jobs.registry import job_register
from sagsgang.web.publishing import events, panels
from sagsgang.web.publishing.services.pdfs import pdfs_make
from sagsgang.web.publishing.services.publishing import PDF_JOB


def register() -> None:
    """Called once by the app."""
    events.subscribe()
    menu_register(MenuEntry(3, _("Agendas and minutes"), "publishing:public"))
    title = _("Make the PDF of a publication")
    job_register(PDF_JOB, pdfs_make, title=title, in_transaction=False)
    panel_register("minutes.side", Panel(10, "publishing", panels.minutes_side))
    panel_register("meeting.side", Panel(20, "publishing", panels.meeting_side))
