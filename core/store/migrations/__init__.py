"""How a project file gets from each schema to the next; one Alembic script a version."""
