"""Addresses of hearings and of outgoing hearing answers."""

from django.urls import path

from sagsgang.web.routes.hearings.views import answering, asking, files
from sagsgang.web.routes.outgoing import views as outgoing

_CASE = "sager/<int:pk>/hoering/"
_BODY = f"{_CASE}udvalg/<int:hearing>/"

urlpatterns = [
    path(_CASE, asking.case_hearings, name="case_hearings"),
    path(f"{_CASE}ny/", asking.start, name="hearing_start"),
    path(f"{_CASE}<int:round>/forlaeng/", asking.extend, name="hearing_extend"),
    path(f"{_CASE}<int:round>/afslut/", asking.close, name="hearing_close"),
    path(f"{_CASE}<int:round>/svar/", asking.answers, name="hearing_answers"),
    path(f"{_BODY}registrer/", asking.record, name="hearing_record"),
    path(f"{_BODY}ryk/", asking.remind, name="hearing_remind"),
    path(f"{_BODY}tag-ud/", asking.withdraw, name="hearing_withdraw"),
    path("hoeringer/", answering.hearings, name="hearings"),
    path("hoeringer/<int:pk>/", answering.hearing, name="hearing"),
    path("hoeringer/<int:pk>/kladde/", answering.draft, name="hearing_draft"),
    path("hoeringer/<int:pk>/bilag/<int:version>/", files.given, name="hearing_given"),
    path("hoeringer/fil/<int:pk>/", files.answered, name="hearing_file"),
    path("sager/<int:pk>/svar/", outgoing.case_outgoing, name="case_outgoing"),
    path("sager/<int:pk>/svar/nyt/", outgoing.begin, name="outgoing_begin"),
    path("hoeringer/svar/<int:pk>/", outgoing.outgoing, name="outgoing"),
    path("hoeringer/svar/<int:pk>/ret/", outgoing.edit, name="outgoing_edit"),
    path("hoeringer/svar/<int:pk>/bed/", outgoing.ask, name="outgoing_ask"),
    path("hoeringer/svar/<int:pk>/godkend/", outgoing.approve, name="outgoing_approve"),
    path("hoeringer/svar/<int:pk>/retur/", outgoing.return_, name="outgoing_return"),
    path("hoeringer/svar/<int:pk>/sendt/", outgoing.dispatch, name="outgoing_dispatch"),
    path("hoeringer/svar/<int:pk>/kopi/", outgoing.copy, name="outgoing_copy"),
    path("hoeringer/svar/<int:pk>/opgiv/", outgoing.withdraw, name="outgoing_withdraw"),
]
