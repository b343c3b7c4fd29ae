"""What people fill in when they lay a way, write down decisions and make templates."""

from sagsgang.web.routes.forms.recording import AppendForm, RecordForm
from sagsgang.web.routes.forms.route_templates import (
    TemplateMoveForm,
    TemplateNameForm,
    TemplateRemoveForm,
    TemplateStopForm,
)
from sagsgang.web.routes.forms.stops import (
    AddForm,
    ClickForm,
    LayForm,
    MeetingForm,
    MoveForm,
    PostponeForm,
    TryForm,
    WithdrawForm,
)

__all__ = [
    "AddForm",
    "AppendForm",
    "ClickForm",
    "LayForm",
    "MeetingForm",
    "MoveForm",
    "PostponeForm",
    "RecordForm",
    "TemplateMoveForm",
    "TemplateNameForm",
    "TemplateRemoveForm",
    "TemplateStopForm",
    "TryForm",
    "WithdrawForm",
]
