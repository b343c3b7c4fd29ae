"""Addresses of the room: the jobs, and the mail that was caught."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.jobs import views

app_name = "jobs"
urlpatterns: list[URLPattern | URLResolver] = [
    path("administration/jobs/", views.jobs, name="jobs"),
    path("administration/jobs/<int:job_id>/igen/", views.retry, name="retry"),
    path("post/", views.mails, name="mails"),
    path("post/<int:mail_id>/", views.mail, name="mail"),
]
