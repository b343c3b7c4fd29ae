"""Feeds that anybody may follow: news of a body or a case, and calendars of meetings."""
