"""The meeting of the journey through minutes: it was held, with a closed item and a dissent."""

PASSWORD = "brune køer græsser roligt"
MEMBERS = {"chair": "Bo Vang", "member": "Anja Lind", "ejner": "Ejner Sø"}
#: What stands only in closed matter.
SECRETS = ("Havnegade", "4,2 mio", "Forhandling om pris", "Kun for huset", "Overslag over købet")
PREPARE = """
from django.core.files.uploadedfile import SimpleUploadedFile
from sagsgang.web.cases.attachments.services import attachments_add, file_receive
from sagsgang.web.meetings.agendas.services import item_close
from sagsgang.web.meetings.deciding.services import decision_record, dissent_record
from sagsgang.web.meetings.holding.services import meeting_close
from sagsgang.web.publishing.seal import seal_make
council = Council()
committee = council.body("Havneudvalget", "Ejner Sø")
for user in council.world.people.values():
    user.set_password(arguments[0])
    user.save()
meeting = council.meeting(committee)
case = council.case("Nye bådskure", "at skurene bygges.", body=committee)
case.state = "draft"
case.save()
for name in ("Tegning", "Overslag over købet"):
    file = SimpleUploadedFile(f"{name}.txt", f"{name}: fire meter.".encode(), "text/plain")
    attachments_add(case=case, actor=council.officer, received=[file_receive(file)])
case.attachments.filter(title__startswith="Overslag").update(is_closed=True)
case.sections.create(order=9, heading="Note", kind="other", html="<p>Kun for huset: vent.</p>",
                     is_public=False)
case.state = "approved"
case.save()
stop, = council.way(case, (committee.name, "settles"))
sheds = council.put_on(meeting, stop)
hidden = agendas.item_add_own(
    actor=council.secretary, meeting=council.fresh(meeting), title="Køb af Havnegade 7",
    html="<p>Sælger vil have 4,2 mio. kr.</p>")
item_close(actor=council.secretary, item=hidden, ground="Forhandling om pris",
           reference="§ 10", decided_by="Formanden", public_title="Køb af ejendom")
council.opened(council.sent(meeting))
for item in Item.objects.filter(meeting=meeting):
    if item.pk == sheds.pk:
        decision_record(actor=council.secretary, item=item, outcome="approved",
                        text="Godkendt. Naboen Jens Bro høres først. Se bilag 7.")
    elif item.pk == hidden.pk:
        decision_record(actor=council.secretary, item=item, text="Der bydes 4,2 mio. kr.",
                        outcome="approved", public_text="Købet er godkendt.")
    else:
        decision_record(actor=council.secretary, item=item, text="Godkendt.", outcome="approved")
seat = meeting.seats.get(sitting__user__name="Ejner Sø")
dissent_record(actor=council.secretary, item=Item.objects.get(pk=sheds.pk), seats=[seat],
               text="Skurene bør vente til foråret.")
meeting_close(actor=council.secretary, meeting=council.fresh(meeting))
seal_make("Ny Kommune")
told["path"] = council.path(meeting)
told["sheds"] = Item.objects.get(pk=sheds.pk).number
told["hidden"] = Item.objects.get(pk=hidden.pk).number
"""
