"""Which room answers which address; the archive comes last because it takes every other path."""

from django.urls import include, path

urlpatterns = [
    path("", include("sagsgang.web.design.urls")),
    path("", include("sagsgang.web.accounts.urls")),
    path("", include("sagsgang.web.accounts.signing_in_urls")),
    path("", include("sagsgang.web.jobs.urls")),
    path("", include("sagsgang.web.notifications.urls")),
    path("", include("sagsgang.web.bodies.urls")),
    path("", include("sagsgang.web.figures.urls")),
    path("", include("sagsgang.web.cases.urls")),
    path("", include("sagsgang.web.routes.urls")),
    path("", include("sagsgang.web.meetings.urls")),
    path("", include("sagsgang.web.followup.urls")),
    path("", include("sagsgang.web.publishing.urls")),
    path("", include("sagsgang.web.subscriptions.urls")),
    path("", include("sagsgang.web.desk.urls")),
    path("", include("sagsgang.web.example.urls")),
    path("", include("sagsgang.web.archive.urls")),
]

handler400 = "sagsgang.web.design.errors.bad_request"
handler403 = "sagsgang.web.design.errors.permission_denied"
handler404 = "sagsgang.web.design.errors.page_not_found"
handler429 = "sagsgang.web.design.errors.too_many_requests"
handler500 = "sagsgang.web.design.errors.server_error"
