import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sagsgang.web.design.new_tables import NewTables


class Migration(NewTables):
    dependencies = [
        ("accounts", "__first__"),
        ("bodies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("case_officer", "Case Officer"),
                            ("manager", "Manager"),
                            ("finance_reviewer", "Finance Reviewer"),
                            ("secretary", "Secretary"),
                            ("analyst", "Analyst"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="bodies.body",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="bodies.municipality",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["role", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("body__isnull", False), ("ends_on__isnull", True)),
                        fields=("user", "role", "body"),
                        name="assignment_for_a_body_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("body__isnull", True), ("ends_on__isnull", True)),
                        fields=("user", "role", "municipality"),
                        name="assignment_for_all_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="assignment_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DelegationRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=200)),
                ("kle_prefix", models.CharField(blank=True, max_length=12)),
                ("legal_basis", models.CharField(blank=True, max_length=200)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "decides",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decides_on",
                        to="bodies.body",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegation_rules",
                        to="bodies.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["kle_prefix", "subject"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kle_prefix", ""), _negated=True),
                        fields=("municipality", "kle_prefix"),
                        name="delegation_kle_prefix_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MunicipalitySettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item_numbering",
                    models.CharField(
                        choices=[
                            ("within_meeting", "Within Meeting"),
                            ("through_year", "Through Year"),
                        ],
                        default="within_meeting",
                        max_length=20,
                    ),
                ),
                (
                    "case_numbers",
                    models.CharField(
                        choices=[("kle", "Kle"), ("esdh", "Esdh")], default="kle", max_length=10
                    ),
                ),
                ("weekdays_before", models.PositiveSmallIntegerField(default=4)),
                (
                    "counting",
                    models.CharField(
                        choices=[("clear", "Clear"), ("inclusive", "Inclusive")],
                        default="clear",
                        max_length=10,
                    ),
                ),
                ("saturday_is_weekday", models.BooleanField(default=False)),
                ("half_holidays_are_off", models.BooleanField(default=True)),
                (
                    "sign",
                    models.CharField(
                        choices=[
                            ("actual_minus_budget", "Actual Minus Budget"),
                            ("budget_minus_actual", "Budget Minus Actual"),
                            ("in_words", "In Words"),
                        ],
                        default="actual_minus_budget",
                        max_length=20,
                    ),
                ),
                (
                    "percent",
                    models.CharField(
                        choices=[("%", "Sign"), ("pct.", "Word")], default="pct.", max_length=5
                    ),
                ),
                ("money_unit", models.CharField(default="mio. kr.", max_length=10)),
                ("money_decimals", models.PositiveSmallIntegerField(default=1)),
                (
                    "balance",
                    models.CharField(
                        choices=[("year", "Year"), ("period", "Period")],
                        default="year",
                        max_length=10,
                    ),
                ),
                ("smallest_cell", models.PositiveSmallIntegerField(default=5)),
                (
                    "municipality",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settings",
                        to="bodies.municipality",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("sort_key", models.BinaryField(default=b"", max_length=1000)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="bodies.municipality",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="person",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["sort_key", "name"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("chair", "Chair"),
                            ("vice_chair", "Vice Chair"),
                            ("member", "Member"),
                            ("substitute", "Substitute"),
                        ],
                        default="member",
                        max_length=12,
                    ),
                ),
                ("party", models.CharField(blank=True, max_length=60)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="bodies.body",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="bodies.person",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_it_starts",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[("ordinary", "Ordinary"), ("extraordinary", "Extraordinary")],
                        default="ordinary",
                        max_length=15,
                    ),
                ),
                ("cancelled_because", models.CharField(blank=True, max_length=300)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_meetings",
                        to="bodies.body",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_because", "")),
                        fields=("body", "starts_at"),
                        name="planned_meeting_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Policy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("address", models.URLField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="policies",
                        to="bodies.body",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="policies",
                        to="bodies.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "policies",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("title", models.CharField(max_length=300)),
                ("target", models.CharField(blank=True, max_length=200)),
                (
                    "origin",
                    models.CharField(
                        choices=[("local", "Local"), ("minister", "Minister")],
                        default="local",
                        max_length=10,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="bodies.goal",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="bodies.policy",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="SubstitutePeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=200)),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="substitute_periods",
                        to="bodies.membership",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sits_for",
                        to="bodies.person",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="substitute_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="bodies.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="term_ends_after_it_starts",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="YearWheelEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("weeks_before", models.PositiveSmallIntegerField(default=6)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="year_wheel",
                        to="bodies.body",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "year wheel entries",
                "ordering": ["month", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__gte", 1), ("month__lte", 12)),
                        name="year_wheel_month",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="body",
            name="counting",
            field=models.CharField(
                blank=True, choices=[("clear", "Clear"), ("inclusive", "Inclusive")], max_length=10
            ),
        ),
        migrations.AddField(
            model_name="body",
            name="is_in_workplace",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="body",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("council", "Council"),
                    ("finance_committee", "Finance Committee"),
                    ("committee", "Committee"),
                    ("special_committee", "Special Committee"),
                    ("direction", "Direction"),
                    ("med_committee", "Med Committee"),
                    ("advisory_council", "Advisory Council"),
                    ("joint_meeting", "Joint Meeting"),
                    ("dialogue_meeting", "Dialogue Meeting"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="body",
            name="saturday_is_weekday",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="body",
            name="valid_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="body",
            name="valid_to",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="body",
            name="weekdays_before",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="body_closes_after_it_starts",
            ),
        ),
    ]
