"""The pages of cases: making, reading, writing, changing, versions, templates."""
