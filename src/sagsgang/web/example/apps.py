"""The example puts its buttons on the front page, and its line on top of every page."""

from django.apps import AppConfig


class ExampleConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.example"

    def ready(self) -> None:
        from sagsgang.web.design.panels import Panel, panel_register
        from sagsgang.web.example import trying

        panel_register("front.top", Panel(10, "example.roles", trying.buttons))
        panel_register("frame.top", Panel(10, "example.trying", trying.line))
        panel_register("processes.open", Panel(10, "example.process", trying.process_button))
