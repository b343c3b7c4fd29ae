"""The tables that a migration makes first are made together, with their models built once."""

from collections.abc import Sequence
from itertools import takewhile

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import CreateModel, Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class NewTables(Migration):
    """A migration that begins with tables, each with its constraints and all of its columns.

    For every operation Django builds anew each model that is related to another: ten seconds for
    the tables of a new installation. Those that are made together need it once.
    """

    operations: Sequence[Operation]

    def apply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,
    ) -> ProjectState:
        """As Migration.apply."""
        operations = self.operations
        tables = list(takewhile(lambda each: isinstance(each, CreateModel), operations))
        before = project_state.clone()
        project_state.__dict__.pop("apps", None)
        for table in tables:
            table.state_forwards(self.app_label, project_state)
        for table in tables:
            table.database_forwards(self.app_label, schema_editor, before, project_state)
        self.operations = operations[len(tables) :]
        try:
            return super().apply(project_state, schema_editor, collect_sql)
        finally:
            self.operations = operations
