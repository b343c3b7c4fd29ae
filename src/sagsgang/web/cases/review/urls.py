"""Addresses of comments, finance statement and approval."""

from django.urls import path

from sagsgang.web.cases.review.views import approval, comments, finance

urlpatterns = [
    path("sager/til-godkendelse/", approval.queue, name="to_approve"),
    path("sager/paategninger/", finance.queue, name="finance_queue"),
    path("sager/<int:pk>/godkend/", approval.approval, name="approve"),
    path("sager/<int:pk>/godkend/ja/", approval.approve, name="approve_now"),
    path("sager/<int:pk>/godkend/retur/", approval.send_back, name="return"),
    path("sager/<int:pk>/kommentarer/", comments.comments, name="comments"),
    path("sager/<int:pk>/kommentarer/<int:comment>/svar/", comments.answer, name="comment_answer"),
    path(
        "sager/<int:pk>/kommentarer/<int:comment>/klaret/", comments.settle, name="comment_settle"
    ),
    path(
        "sager/<int:pk>/kommentarer/<int:comment>/genaabn/",
        comments.unsettle,
        name="comment_unsettle",
    ),
    path("sager/<int:pk>/paategning/", finance.finance, name="finance"),
    path("sager/<int:pk>/paategning/bed/", finance.ask, name="finance_ask"),
    path("sager/<int:pk>/paategning/giv/", finance.answer, name="finance_answer"),
]
