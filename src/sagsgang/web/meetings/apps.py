"""The meetings start with the website."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.meetings"

    def ready(self) -> None:
        """Tell the rooms before this one what the meetings bring."""
        from sagsgang.web.meetings.agendas import registration as agendas
        from sagsgang.web.meetings.deciding import registration as deciding
        from sagsgang.web.meetings.figures import registration as figures
        from sagsgang.web.meetings.holding import registration as holding
        from sagsgang.web.meetings.members import registration as members
        from sagsgang.web.meetings.minute_book import registration as minute_book
        from sagsgang.web.meetings.sending import registration as sending

        agendas.register()
        deciding.register()
        minute_book.register()
        holding.register()
        sending.register()
        members.register()
        figures.register()
