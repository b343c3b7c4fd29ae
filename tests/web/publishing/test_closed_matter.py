"""Nothing that stands only in closed matter is found anywhere that everybody reads.

Random meetings are held with closed items, closed attachments, sections for the house only and
passages that are left out; all is published, read as everybody reads it, and withdrawn.
"""

import gzip
import re

import pypdfium2
import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sagsgang.web.archive.models import Document
from sagsgang.web.archive.packing import unpack_json
from sagsgang.web.archive.published import publication_archive
from sagsgang.web.archive.search_index import index_rebuild
from sagsgang.web.cases.attachments.services import file_receive
from sagsgang.web.cases.models import Attachment, AttachmentVersion
from sagsgang.web.meetings.agendas.services import guest_add
from sagsgang.web.meetings.deciding.services import decision_append, dissent_record
from sagsgang.web.meetings.holding.services import presence_record
from sagsgang.web.meetings.minute_book import services as minute_book
from sagsgang.web.meetings.minute_book.document import minutes_seen
from sagsgang.web.meetings.models import Item
from sagsgang.web.publishing import services
from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.subscriptions.choices import choice_asked
from sagsgang.web.subscriptions.models import Subscription
from sagsgang.web.subscriptions.services import subscription_ask, subscription_confirm
from sagsgang.web.subscriptions.telling import publication_mail

from ..meetings.table import Table
from ..world import build_world

pytestmark = pytest.mark.django_db

OUTSIDE = "laeser@borger.example"
#: What each item has, drawn at random.
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "is_closed": st.booleans(),
            "is_case": st.booleans(),
            "case_is_closed": st.booleans(),
            "has_public_title": st.booleans(),
            "has_public_decision": st.booleans(),
            "attachment": st.sampled_from((None, "open", "closed")),
            "inner_section": st.booleans(),
            "part": st.sampled_from((None, "open", "closed")),
            "dissent": st.booleans(),
            "guest": st.booleans(),
            "addition": st.booleans(),
            "late": st.sampled_from((None, "open", "closed")),
            "redacted": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


class Words:
    """Words that stand nowhere else: open ones, and secret ones that nobody outside may read."""

    def __init__(self):
        self.secret, self.open, self.count = [], [], 0

    def one(self, is_secret):
        self.count += 1
        word = f"{'hemmelig' if is_secret else 'synlig'}{self.count:03d}ord"
        (self.secret if is_secret else self.open).append(word)
        return word


class Story:
    """A meeting that was held as drawn, published in every way."""

    def __init__(self, items, words):
        self.world, self.words, self.redactions = build_world(), words, []
        self.table = Table(self.world)
        self.secretary = self.table.secretary
        self.made = [self._item(told) for told in items]

    def _item(self, told):
        words, table = self.words, self.table
        case_closed = told["is_case"] and told["case_is_closed"]
        shut = told["is_closed"] or case_closed
        title = f"Sag {words.one(shut)}"
        fields = {}
        if shut and told["has_public_title"]:
            fields["public_title"] = f"Ejendom {words.one(False)}"
        if told["is_closed"]:
            fields |= {"is_closed": True, "closed_ground": f"Fordi {words.one(True)}"}
        if told["is_case"]:
            item = table.case(title, points=(f"at {words.one(shut)} sker",), kind="decision")
            case = item.stop.case
            case.is_closed = case_closed
            case.closed_ground = words.one(True) if case_closed else ""
            case.save()
            text = f"<p>Om {words.one(shut)} og mere.</p>"
            case.sections.create(order=8, heading="Baggrund", kind="presentation", html=text)
            if told["inner_section"]:
                text = f"<p>Kun for huset: {words.one(True)}.</p>"
                case.sections.create(
                    order=9, heading="Intern note", kind="other", html=text, is_public=False
                )
            if told["attachment"]:
                self._attach(case, told["attachment"] == "closed", shut)
            Item.objects.filter(pk=item.pk).update(**fields)
            item.refresh_from_db()
        else:
            item = table.item(title, html=f"<p>Om {words.one(shut)} og mere.</p>", **fields)
        if told["part"]:
            hidden = shut or told["part"] == "closed"
            Item.objects.create(
                meeting=table.meeting,
                parent=item,
                order=1,
                title=f"Del {words.one(hidden)}",
                html=f"<p>{words.one(hidden)}</p>",
                sender=words.one(hidden),
                is_closed=told["part"] == "closed",
                closed_ground=words.one(True) if told["part"] == "closed" else "",
            )
        if told["guest"]:
            guest_add(
                actor=self.secretary,
                meeting=table.meeting,
                item=item,
                name=f"Gæst {words.one(shut)}",
            )
        return item, told, shut

    def _attach(self, case, is_closed, shut):
        hidden = is_closed or shut
        name = f"{self.words.one(hidden)}.txt"
        received = self._file(name, hidden)
        row = Attachment.objects.create(
            case=case, order=1, title=self.words.one(hidden), is_closed=is_closed
        )
        AttachmentVersion.objects.create(
            attachment=row,
            number=1,
            file_name=received.name,
            media_type=received.media_type,
            size=received.size,
            sha256=received.sha256,
            uploaded_by=self.secretary,
        )

    def _file(self, name, hidden):
        text = f"Indhold {self.words.one(hidden)}.\n".encode()
        return file_receive(SimpleUploadedFile(name, text))

    def hold(self):
        for item, told, shut in self.made:
            word = self.words.one(shut)
            self.table.turn(item)
            for guest in item.guests.all():
                presence_record(
                    actor=self.secretary, meeting=self.table.meeting, who=guest, what="came"
                )
            more = {}
            if shut and told["has_public_decision"]:
                more["public_text"] = f"Godkendt {self.words.one(False)}."
            self.table.decide(item, f"Besluttet {word} nu.", outcome="approved", **more)
            if told["dissent"]:
                dissent_record(
                    actor=self.secretary,
                    item=item,
                    seats=[self.table.seats["third"]],
                    text=f"Imod {self.words.one(shut)}",
                )
        self.table.close()
        for item, told, shut in self.made:
            if told["late"]:
                closed = told["late"] == "closed"
                minute_book.late_attachment_add(
                    actor=self.secretary,
                    item=item,
                    received=self._file(f"{self.words.one(closed or shut)}.txt", closed or shut),
                    title=self.words.one(closed or shut),
                    because=f"Fordi {self.words.one(True)} bad om det",
                    is_closed=closed,
                )
        minute_book.minutes_lock(actor=self.secretary, meeting=self.table.meeting)
        for item, told, shut in self.made:
            if told["addition"]:
                text = f"Tilføjet {self.words.one(shut)}."
                decision_append(actor=self.secretary, item=item, text=text)
        seen = minutes_seen(self.world.people["member"], self.table.meeting)
        minute_book.minutes_sign_off(
            actor=self.world.people["member"],
            meeting=self.table.meeting,
            sha256=seen.sha256,
            reservation=f"Jeg husker {self.words.one(True)}",
        )

    def redact(self):
        for item, told, shut in self.made:
            if told["redacted"] and not shut:
                passage = f"Besluttet {self._decided(item)}"
                services.redaction_add(
                    actor=self.secretary,
                    meeting=self.table.meeting,
                    item=item,
                    passage=passage,
                    reason="fortroligt",
                )
                word = passage.split()[1]
                self.words.open.remove(word)
                self.words.secret.append(word)

    def _decided(self, item):
        item.decision.refresh_from_db()
        return item.decision.text.split()[1]

    def publish(self, kind):
        return services.publication_make(
            actor=self.secretary, meeting=self.table.meeting, kind=kind
        )


def read_everything(story):
    """Every answer that anybody gets without signing in, as text."""
    client, found = Client(), []

    def get(path):
        answer = client.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found.append(str(answer.headers) + path + as_text(body))
        return found[-1]

    public = story.table.meeting.public
    root = f"/offentlig/{public.body_slug}/{public.place}/"
    body = f"/offentlig/{public.body_slug}/"
    for path in ("/offentlig/", "/offentlig/nyt.atom", "/offentlig/kalender.ics"):
        get(path)
    for rest in ("", "nyt.atom", "kalender.ics"):
        get(body + rest)
    for rest in ("", "referat/", "referat.pdf", "referat.json", "referat/udgave/1/", "dagsorden/"):
        get(root + rest)
    for item, _told, _shut in story.made:
        get(f"{root}punkt/{item.number}/")
        get(f"{root}punkt/{item.number}.pdf")
        if item.stop is not None:
            get(f"/offentlig/sag/{item.stop.case_id}/")
            get(f"/offentlig/sag/{item.stop.case_id}/nyt.atom")
    for link in set(re.findall(r"/offentlig/bilag/[^\"\s<]+", "".join(found))):
        get(link)
    for version in AttachmentVersion.objects.all():
        # Guessed, and the name that was asked for is not what the answer says.
        said = get(f"/offentlig/bilag/{version.sha256[:20]}/{version.file_name}")
        found[-1] = said.replace(version.file_name, "", 1)
    get(f"{root}punkt/99/")
    return found


def follow(story):
    """Somebody outside who follows the body by mail."""
    subscription_ask(email=OUTSIDE, choice=choice_asked({"udvalg": story.table.body.slug}))
    row = Subscription.objects.get()
    subscription_confirm(key=row.key)
    return row.subscriber


def told_by_mail(made, follower):
    """The mails that leave the house for her."""
    publication_mail(publication=made.pk, subscriber=follower.pk)
    mails = [f"{m.subject} {m.body} {m.extra_headers}" for m in mail.outbox if OUTSIDE in m.to]
    mail.outbox.clear()
    assert any(made.public.place in text for text in mails)
    return mails


def archived(made, words):
    """What the archive has of it, and what its index finds for each word that nobody may read."""
    publication_archive(publication=made.pk)
    index_rebuild()
    client = Client()
    root = f"/{made.public.body.municipality.slug}/{made.public.body_slug}/"
    paths = [f"{root}{rest}" for rest in ("", *archive_pages(made))]
    found = [client.get(path).content.decode() for path in paths]
    document = Document.objects.get()
    found += [str(unpack_json(document.minutes)), str(unpack_json(document.report))]
    for word in words.secret:
        page = client.get("/soeg/", {"q": word}).content.decode()
        assert 'class="hit-title"' not in page, word
    return found


def archive_pages(made):
    """Under the body: the document, its data and source, and each item."""
    place = Document.objects.get().meeting.slug
    items = [f"{place}/punkt/{item.number}/" for item in made.items.exclude(number="")]
    return [f"{place}/", f"{place}/data.json", f"{place}/kilde/", *items]


def as_text(body):
    """What can be read in an answer, the text and properties of a PDF too."""
    if body.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(body)
        pages = [page.get_textpage().get_text_bounded() for page in document]
        told = document.get_metadata_dict()
        raw = body.decode("latin-1")
        return "\n".join([*pages, str(told), raw]).replace("\ufffe", "")
    if body.startswith(b"\x1f\x8b"):
        body = gzip.decompress(body)
    return body.decode()


#: An example takes seconds; by hand: HYPOTHESIS_PROFILE=deep.
_EXAMPLES = max(5, settings.default.max_examples // 40)


@settings(max_examples=_EXAMPLES, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(items=ITEMS)
def test_what_is_closed_is_found_nowhere(items):
    words = Words()
    with transaction.atomic():
        story = Story(items, words)
        story.hold()
        story.redact()
        follower = follow(story)
        made = story.publish("minutes")
        answers = [*read_everything(story), *told_by_mail(made, follower), *archived(made, words)]
        kept = [str(row) for row in Publication.objects.values_list("head")]
        kept += [str(row) for row in PublishedItem.objects.values_list("title", "content")]
        leaked = {w for w in words.secret for text in (*answers, *kept) if w in text}
        assert not leaked
        lost = [w for w in words.open if not any(w in text for text in answers)]
        assert not lost
        services.publication_withdraw(
            actor=story.secretary,
            meeting=story.table.meeting,
            kind="minutes",
            reason="Skal rettes",
        )
        after = "".join(read_everything(story))
        assert not [w for w in (*words.secret, *words.open) if w in after]
        transaction.set_rollback(True)
