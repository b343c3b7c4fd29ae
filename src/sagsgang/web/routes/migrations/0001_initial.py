import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sagsgang.web.design.new_tables import NewTables


class Migration(NewTables):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("bodies", "0002_workplace"),
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseStop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hearing", "Hearing"),
                            ("information", "Information"),
                            ("recommendation", "Recommendation"),
                            ("decision", "Decision"),
                        ],
                        max_length=16,
                    ),
                ),
                ("is_deciding", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("scheduled", "Scheduled"),
                            ("postponed", "Postponed"),
                            ("treated", "Treated"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("wanted_on", models.DateField(blank=True, null=True)),
                ("answer_days", models.PositiveSmallIntegerField(default=21)),
                ("postponed_to", models.DateField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("dispatched_at", models.DateTimeField(blank=True, null=True)),
                ("earlier", models.JSONField(blank=True, default=list)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("item_number", models.CharField(blank=True, max_length=20)),
                ("decision_text", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "APPROVED"),
                            ("noted", "NOTED"),
                            ("discussed", "DISCUSSED"),
                            ("recommended", "RECOMMENDED"),
                            ("postponed", "POSTPONED"),
                            ("referred", "REFERRED"),
                            ("rejected", "REJECTED"),
                            ("lapsed", "LAPSED"),
                            ("changed", "CHANGED"),
                            ("delegated", "DELEGATED"),
                            ("none", "NONE"),
                            ("mixed", "MIXED"),
                        ],
                        max_length=20,
                    ),
                ),
                ("absent", models.CharField(blank=True, max_length=500)),
                ("recorded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stops",
                        to="bodies.body",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stops",
                        to="cases.case",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stops",
                        to="bodies.plannedmeeting",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referred_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referred_to",
                        to="routes.casestop",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stops",
                        to="cases.caseversion",
                    ),
                ),
            ],
            options={
                "ordering": ["case", "step", "id"],
                "indexes": [
                    models.Index(fields=["body", "state"], name="routes_case_body_id_fe2189_idx"),
                    models.Index(
                        fields=["state", "wanted_on"], name="routes_case_state_fa6b40_idx"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "treated"), _negated=True),
                            ("decided_on__isnull", False),
                            _connector="OR",
                        ),
                        name="treated_stop_has_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("withdrawn", "postponed")), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="stop_left_out_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "scheduled"), _negated=True),
                            ("meeting__isnull", False),
                            _connector="OR",
                        ),
                        name="scheduled_stop_has_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "postponed"), _negated=True),
                            ("meeting__isnull", False),
                            ("postponed_to__isnull", False),
                            _connector="OR",
                        ),
                        name="postponed_stop_says_until_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_deciding", False), ("kind", "decision"), _connector="OR"
                        ),
                        name="only_a_decision_decides",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("is_deciding", True), models.Q(("state", "withdrawn"), _negated=True)
                        ),
                        fields=("case",),
                        name="one_deciding_stop",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecidedPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numbers", models.CharField(max_length=40)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("approved", "APPROVED"),
                            ("noted", "NOTED"),
                            ("discussed", "DISCUSSED"),
                            ("recommended", "RECOMMENDED"),
                            ("postponed", "POSTPONED"),
                            ("referred", "REFERRED"),
                            ("rejected", "REJECTED"),
                            ("lapsed", "LAPSED"),
                            ("changed", "CHANGED"),
                            ("delegated", "DELEGATED"),
                            ("none", "NONE"),
                            ("mixed", "MIXED"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "next_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
                (
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decided_points",
                        to="routes.casestop",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DecisionAddendum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addenda",
                        to="routes.casestop",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "decision addenda",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="HearingRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.TextField(blank=True)),
                ("material", models.JSONField()),
                ("deadline", models.DateField()),
                ("remind_on", models.DateField(blank=True, null=True)),
                ("started_at", models.DateTimeField()),
                ("answers_in_at", models.DateTimeField(blank=True, null=True)),
                ("collected_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hearing_rounds",
                        to="cases.case",
                    ),
                ),
                (
                    "collected_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cases.section",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.caseversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-id"],
                "indexes": [
                    models.Index(
                        fields=["ended_at", "deadline"], name="routes_hear_ended_a_9f37fd_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("remind_on__isnull", True),
                            ("remind_on__lte", models.F("deadline")),
                            _connector="OR",
                        ),
                        name="hearing_reminds_before_deadline",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, max_length=300)),
                (
                    "stop",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hearing",
                        to="routes.casestop",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hearings",
                        to="routes.hearinground",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True),
                            models.Q(("ended_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="ended_hearing_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("html", models.TextField(blank=True)),
                ("absent", models.CharField(blank=True, max_length=500)),
                ("dissent", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="routes.hearing",
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [
                    models.UniqueConstraint(fields=("hearing", "by"), name="answer_draft_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("html", models.TextField(blank=True)),
                ("is_nothing_to_remark", models.BooleanField(default=False)),
                ("absent", models.CharField(blank=True, max_length=500)),
                ("dissent", models.TextField(blank=True)),
                ("answered_on", models.DateField()),
                ("answered_by", models.CharField(blank=True, max_length=150)),
                ("received_how", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                ("is_late", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="routes.hearing",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="HearingFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("file_name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=120)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("findings", models.JSONField(default=list)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="routes.hearinganswer",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="OutgoingAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recipient", models.CharField(max_length=200)),
                ("subject", models.CharField(max_length=300)),
                ("deadline", models.DateField()),
                ("html", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("awaiting", "Awaiting"),
                            ("approved", "Approved"),
                            ("dispatched", "Dispatched"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("dispatched_on", models.DateField(blank=True, null=True)),
                ("dispatched_how", models.CharField(blank=True, max_length=200)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outgoing_answers",
                        to="cases.case",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "delegated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="routes.casestop",
                    ),
                ),
                (
                    "dispatched_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["deadline", "id"],
                "indexes": [
                    models.Index(fields=["state", "deadline"], name="routes_outg_state_58da87_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dispatched"), _negated=True),
                            ("dispatched_on__isnull", False),
                            _connector="OR",
                        ),
                        name="dispatched_answer_has_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(("withdrawn_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="withdrawn_answer_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingApproval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1)),
                ("is_approved", models.BooleanField(blank=True, null=True)),
                ("comment", models.TextField(blank=True)),
                ("at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="approvals",
                        to="routes.outgoinganswer",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bodies.person",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("answer", "person"), name="outgoing_approval_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="routes.outgoinganswer",
                    ),
                ),
                (
                    "stop",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="routes.casestop",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="RouteTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="route_templates",
                        to="bodies.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "name"), name="route_template_name_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RouteTemplateStop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hearing", "Hearing"),
                            ("information", "Information"),
                            ("recommendation", "Recommendation"),
                            ("decision", "Decision"),
                        ],
                        max_length=16,
                    ),
                ),
                ("is_deciding", models.BooleanField(default=False)),
                ("answer_days", models.PositiveSmallIntegerField(default=21)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="bodies.body",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stops",
                        to="routes.routetemplate",
                    ),
                ),
            ],
            options={
                "ordering": ["step", "id"],
            },
        ),
    ]
