"""Municipality, bodies, people, staff, meeting plan, delegation, policies: the columns."""

from sagsgang.web.bodies.models.body import POLITICAL, Body, BodyKind, Counting, Municipality
from sagsgang.web.bodies.models.delegation import DelegationRule
from sagsgang.web.bodies.models.people import Membership, Person, SubstitutePeriod, Term
from sagsgang.web.bodies.models.plan import PlannedMeeting, YearWheelEntry
from sagsgang.web.bodies.models.policy import Goal, Policy
from sagsgang.web.bodies.models.settings import MunicipalitySettings
from sagsgang.web.bodies.models.staff import Assignment, Role

__all__ = [
    "POLITICAL",
    "Assignment",
    "Body",
    "BodyKind",
    "Counting",
    "DelegationRule",
    "Goal",
    "Membership",
    "Municipality",
    "MunicipalitySettings",
    "Person",
    "PlannedMeeting",
    "Policy",
    "Role",
    "SubstitutePeriod",
    "Term",
    "YearWheelEntry",
]
