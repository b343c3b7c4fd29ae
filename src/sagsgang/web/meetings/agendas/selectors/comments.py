"""What chair and secretary have said to each other of a draft agenda."""

from sagsgang.web.meetings.models import AgendaComment, Meeting


def comments_of(meeting: Meeting) -> list[AgendaComment]:
    """All of them in order, those about items that were removed too."""
    found = meeting.comments.select_related("by", "item__stop__case", "item__parent")
    return list(found)


def comment_get(meeting: Meeting, pk: int) -> AgendaComment | None:
    """The comment of this meeting with this key."""
    return meeting.comments.select_related("meeting", "item", "by").filter(pk=pk).first()
