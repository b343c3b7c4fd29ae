"""Who is told of what: each follower once about a publication, however many reasons there are.

Everything told is taken from what everybody may read, when the mail is written: what was withdrawn
or superseded meanwhile is not told.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from sagsgang.searching import PublicItem
from sagsgang.web.archive.models import Document
from sagsgang.web.archive.search_index import index_catch_up, items_new
from sagsgang.web.archive.selectors import documents_new
from sagsgang.web.audit.events import Happening
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.jobs.services import job_enqueue
from sagsgang.web.publishing.addresses import meeting_path
from sagsgang.web.publishing.feeds.news import publication_title
from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.subscriptions.choices import search_of
from sagsgang.web.subscriptions.mails import Reason, news_mail, whole
from sagsgang.web.subscriptions.models import Subscriber, Subscription, SubscriptionKind, Told
from sagsgang.web.subscriptions.selectors import followed_in, searches_followed

PUBLICATION_JOB = "subscriptions_publication"
PUBLICATION_MAIL_JOB = "subscriptions_publication_mail"
SEARCHES_MAIL_JOB = "subscriptions_searches_mail"
#: What is published by mistake is often taken back at once; nobody is told before that.
GRACE = timedelta(minutes=10)
_MOST_ITEMS = 60
_MOST_HITS = 10


def published(happening: Happening) -> None:
    """Leave the job that tells; it looks again whether there is something to tell."""
    made: Publication = happening.subject
    job_enqueue(
        name=PUBLICATION_JOB,
        arguments={"publication": made.pk},
        key=f"subscriptions:{made.pk}",
        run_at=timezone.now() + GRACE,
    )


def publication_tell(*, publication: int) -> None:
    """Leave one mail for each subscriber."""
    found = _in_force(publication)
    if found is None:
        return
    for subscriber in set(followed_in(found).values_list("subscriber_id", flat=True)):
        arguments = {"publication": publication, "subscriber": subscriber}
        key = f"subscriptions:{publication}:{subscriber}"
        job_enqueue(name=PUBLICATION_MAIL_JOB, arguments=arguments, key=key)


def publication_mail(*, publication: int, subscriber: int) -> None:
    """The mail, unless it is not in force any more, was told already, or nobody wants it."""
    found = _in_force(publication)
    receiver = Subscriber.objects.select_for_update().filter(pk=subscriber).first()
    if found is None or receiver is None:
        return
    rows = list(followed_in(found).filter(subscriber=receiver).select_related("body"))
    if not rows or not _is_news(receiver, found):
        return
    items = list(found.items.all())
    reasons = [(_why(row, items), row) for row in rows]
    if all(row.kind == SubscriptionKind.CASE for row in rows):
        cases = {row.case_id for row in rows}
        items = [item for item in items if item.case_id in cases]
    title = publication_title(found)
    path = meeting_path(found.public.body_slug, found.public.place)
    head = f"{title}\n{whole(path)}"
    if found.because:
        head += f"\n\nDet er nyt: {found.because}"
    news_mail(receiver, title, [head, _listed(items)], reasons)


def searches_tell(day: str) -> None:
    """Leave one mail for each who follows searches; what it says is found when it is written."""
    index_catch_up()
    until = (timezone.now() - GRACE).isoformat()
    for subscriber in set(searches_followed().values_list("subscriber_id", flat=True)):
        arguments = {"subscriber": subscriber, "until": until}
        key = f"subscriptions:searches:{subscriber}:{day}"
        job_enqueue(name=SEARCHES_MAIL_JOB, arguments=arguments, key=key)


def searches_mail(*, subscriber: int, until: str) -> None:
    """The new hits of all her searches; no mail where there are none."""
    receiver = Subscriber.objects.select_for_update().filter(pk=subscriber).first()
    if receiver is None:
        return
    end = datetime.fromisoformat(until)
    told = set(receiver.told.values_list("publication", flat=True))
    parts: list[str] = []
    reasons: list[Reason] = []
    count, mailed = 0, set()
    for row in searches_followed().filter(subscriber=receiver):
        begin = row.looked_at or row.asked_at
        documents = {
            each.meeting_id: each
            for each in documents_new(after=begin, until=end)
            if each.publication_id not in told
        }
        items = items_new(search_of(row), documents, _MOST_HITS + 1)
        if end > begin:
            row.looked_at = end
            row.save(update_fields=["looked_at"])
        if not items:
            continue
        count += min(len(items), _MOST_HITS)
        mailed |= {_publication(documents, item) for item in items} - {None}
        words = search_of(row).title
        parts.append(f"Nyt i søgningen {words}\n\n{_hits(row, items)}")
        reasons.append((f"du følger søgningen {words}", row))
    if not reasons:
        return
    now = timezone.now()
    Told.objects.bulk_create(
        [Told(subscriber=receiver, publication_id=key, at=now) for key in mailed],
        ignore_conflicts=True,
    )
    new = "1 nyt punkt" if count == 1 else f"{count} nye punkter"
    news_mail(receiver, f"{new} i det, du søger efter", parts, reasons)


def _in_force(publication: int) -> Publication | None:
    rows = Publication.objects.select_related("public__body__municipality")
    return rows.filter(pk=publication, state=Publication.State.PUBLISHED).first()


def _is_news(subscriber: Subscriber, publication: Publication) -> bool:
    _told, is_new = Told.objects.get_or_create(
        subscriber=subscriber, publication=publication, defaults={"at": timezone.now()}
    )
    return is_new


def _why(row: Subscription, items: list[PublishedItem]) -> str:
    if row.body is not None:
        return f"du følger {row.body}"
    mine = [item for item in items if item.case_id == row.case_id]
    places = " og ".join(item.number for item in mine)
    return f"du følger sagen »{mine[0].title}« (punkt {places})"


def _listed(items: list[PublishedItem]) -> str:
    lines = [f"{item.number}. {item.title}".lstrip(". ") for item in items[:_MOST_ITEMS]]
    more = len(items) - _MOST_ITEMS
    return "\n".join([*lines, *([f"og {more} punkter til"] if more > 0 else [])])


def _publication(documents: dict[int, Document], item: PublicItem) -> int | None:
    document = documents.get(int(item.document_key))
    return document.publication_id if document is not None else None


def _hits(row: Subscription, items: tuple[PublicItem, ...]) -> str:
    blocks = []
    for item in items[:_MOST_HITS]:
        day = danish_day(item.date) if item.date else ""
        where = ", ".join(filter(None, (item.body, item.municipality, day)))
        blocks.append("\n".join(filter(None, (item.title, where, whole(item.address)))))
    if len(items) > _MOST_HITS:
        blocks.append(f"Der er flere:\n{whole(f'/soeg/?{row.query}&orden=dato')}")
    return "\n\n".join(blocks)
