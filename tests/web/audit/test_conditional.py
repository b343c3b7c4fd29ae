"""A field that is needed in some cases is not called optional; one that may be left empty is."""

from django import forms
from django.template import Context, Template
from django.utils.translation import override

from sagsgang.web.audit.forms import OperationForm


class _Form(OperationForm):
    conditional = frozenset({"ground"})

    ground = forms.CharField(label="Grund", required=False)
    note = forms.CharField(label="Bemærkning", required=False)
    name = forms.CharField(label="Navn")


class _Plain(forms.Form):
    note = forms.CharField(label="Bemærkning", required=False)


def shown(form: forms.Form, name: str) -> str:
    with override("da"):
        page = Template("{% load design %}{% field field %}")
        return page.render(Context({"field": form[name]}))


def test_only_what_may_be_left_empty_is_called_optional():
    form = _Form()
    assert "(valgfrit)" in shown(form, "note")
    assert "(valgfrit)" not in shown(form, "ground")
    assert "(valgfrit)" not in shown(form, "name")


def test_a_form_that_writes_nothing_says_it_too():
    assert "(valgfrit)" in shown(_Plain(), "note")
