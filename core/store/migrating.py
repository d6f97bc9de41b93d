"""Bringing a project file to the schema of this Quotedesk, by Alembic."""

from pathlib import Path

from sqlalchemy import Engine, text

from core.store.engine import APPLICATION_ID, SCHEMA


def migrate(engine: Engine) -> None:
    """Run the missing scripts, all or none; afterwards the file's header tells its schema."""
    # Imported late: a project that is up to date must not pay for it at every start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    with engine.execution_options(writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {SCHEMA}"))
    with engine.connect() as connection:
        # The header is what an older Quotedesk looks at, so it must be in the file itself.
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
