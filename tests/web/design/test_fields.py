"""A field of a form is drawn as the design system has it."""

import re

import pytest
from django import forms
from django.template import Context, Template

DRAWN = Template("{% load design %}{% field form.place %}")


class One(forms.Form):
    """One of several."""

    place = forms.ChoiceField(choices=[(1, "Ved havnen"), (2000, "Ved torvet")], help_text="Vælg.")


class Several(forms.Form):
    """Several, in groups."""

    place = forms.MultipleChoiceField(
        choices=[("Byen", [("a", "Havnen"), ("b", "Torvet")])], required=False
    )


def drawn(kind: type[forms.Form], widget: type[forms.Widget], **data: object) -> str:
    form = kind(**data)
    choices = form.fields["place"].choices
    form.fields["place"].widget = widget()
    form.fields["place"].choices = choices
    return DRAWN.render(Context({"form": form}))


@pytest.mark.parametrize(
    ("kind", "widget", "name", "ticked"),
    [
        (One, forms.RadioSelect, "radio", "2000"),
        (Several, forms.CheckboxSelectMultiple, "checkbox", "b"),
    ],
)
def test_each_choice_stands_before_its_label(kind, widget, name, ticked):
    html = drawn(kind, widget, initial={"place": ticked})
    inputs = re.findall(r"<input[^>]*>(?:\s*)<label class=\"form-label\" for=\"(\w+)\">", html)
    assert inputs == ["id_place_0", "id_place_1"] or inputs == ["id_place_0_0", "id_place_0_1"]
    assert not re.search(r"<label[^>]*>[^<]*<input", html)
    assert html.count(f'class="form-{name}"') == html.count(f'class="form-group-{name}"') == 2
    assert [
        re.search('value="(.*?)"', tag)[1] for tag in re.findall("<input[^>]*checked[^>]*>", html)
    ] == [ticked]


def test_a_group_of_choices_has_its_name():
    html = drawn(Several, forms.CheckboxSelectMultiple)
    assert '<div role="group" aria-label="Byen">' in html


def test_what_is_wrong_is_tied_to_the_group():
    html = drawn(One, forms.RadioSelect, data={"place": "3"})
    assert '<fieldset aria-describedby="id_place-hint id_place-error">' in html
