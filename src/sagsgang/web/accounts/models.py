"""A person who signs in, and the weeks in which somebody else does her work."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from sagsgang.language.collation import collation_key


class UserManager(BaseUserManager["User"]):
    """Makes accounts; the mail address is kept in lower case, so that it is one however typed."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new account; without a password it can only sign in another way."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account of a mail address, however its letters are cased."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Signs in by mail address. What she may do is told by her assignments and memberships in
    `bodies`; `is_administrator` alone is a property of the account. An account is never deleted:
    it stops being active.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    title = models.CharField(max_length=150, blank=True)
    sort_key = models.BinaryField(max_length=1000, default=b"")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    #: Name, title and mail address in small letters, so that a search needs no database function.
    search_text = models.CharField(max_length=600, blank=True, editable=False)
    #: Raised when every session of hers must end.
    session_number = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["sort_key", "email"]

    def __str__(self) -> str:
        return self.name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps what is made from the name beside the name."""
        self.email = self.email.strip().lower()
        self.sort_key = collation_key(self.name).encode()[:1000] if self.name else b"\xff"
        self.search_text = f"{self.name} {self.title} {self.email}".lower()[:600]
        changed = set(kwargs.get("update_fields") or ())
        if {"email", "name", "title"} & changed:
            kwargs["update_fields"] = {*changed, "email", "sort_key", "search_text"}
        super().save(*args, **kwargs)

    def get_session_auth_hash(self) -> str:
        """A session is good for as long as this stays the same: a new password ends the others, and
        so does a raised `session_number`.
        """
        told = f"{self.password}:{self.session_number}"
        return salted_hmac("sagsgang.session", told, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        """The name as people write it."""
        return self.name

    def get_short_name(self) -> str:
        """The first name."""
        return self.name.split(" ")[0]


class Leave(models.Model):
    """From `starts_on` to and with `ends_on`, `substitute` does what `user` would have done."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="leaves")
    substitute = models.ForeignKey(User, on_delete=models.PROTECT, related_name="stands_in")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="leave_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(user=F("substitute")), name="leave_has_another_substitute"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.starts_on}–{self.ends_on}"
