"""The cases start with the website: menu, panels, reminders, and who is told of what."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.cases"

    def ready(self) -> None:
        from sagsgang.web.cases import from_reports
        from sagsgang.web.cases.figures import panels as figures
        from sagsgang.web.cases.review.start import start
        from sagsgang.web.cases.views.templates import administration_link
        from sagsgang.web.design.panels import Panel, panel_register

        start()
        figures.register()
        from_reports.start()
        panel_register("administration.main", Panel(20, "templates", administration_link))
