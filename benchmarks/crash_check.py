"""What the database holds of the meeting with that key after crash.py, as JSON."""

import json
import sys
from collections import Counter

import django

django.setup()

from sagsgang.web.audit.models import Event, Operation  # noqa: E402
from sagsgang.web.meetings.models import AskedFor, ItemDecision  # noqa: E402

decisions = ItemDecision.objects.filter(item__meeting=sys.argv[1])
rows = Operation.objects.filter(name__in=("item_decide", "meeting_close"))
events = Event.objects.filter(subject_key=f"meeting:{sys.argv[1]}")
written = Counter(events.filter(code="item_decided").values_list("details__item", flat=True))
# What the closing of the meeting sets off, for each decision that asks for something.
told = Counter(
    Event.objects.filter(code="follow_up_asked").values_list("details__asked_for", flat=True)
)
asked = AskedFor.objects.filter(decision__in=decisions).values_list("pk", flat=True)
found = {
    "operations": {str(row.key): row.at.timestamp() for row in rows},
    "items": {
        each.item_id: {
            "revision": each.revision,
            "text": each.text,
            "asks": each.asked_for.count(),
            "events": written[each.item_id],
        }
        for each in decisions
    },
    "closed": events.filter(code="meeting_closed").count(),
    "asked": [told[key] for key in asked],
}
print(json.dumps(found))
