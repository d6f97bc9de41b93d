"""Run the scripts on the connection that the caller opened; there is no configuration file."""

from typing import Any, Literal

from alembic import context

from core.store.packed import Packed
from core.store.tables import Base


def _render(kind: str, item: Any, _: Any) -> str | Literal[False]:
    return "sa.Text()" if kind == "type" and isinstance(item, Packed) else False


def _is_ours(name: str | None, kind: str, _: Any) -> bool:
    """The index of words is no table of the schema: a comparison must not offer to drop it."""
    return kind != "table" or not (name or "").startswith("document_words")


def _run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=_render,
        include_name=_is_ours,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


_run()
