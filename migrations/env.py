"""Runs migrations against the database whose DSN the caller gives."""

from typing import Any

import psycopg
from alembic import context
from sqlalchemy import create_engine, pool, text

from brain.kit import job_table
from brain.kit.db import Base
from brain.nodes.kinds import KINDS, assembly_of

if context.config.attributes.get("models"):  # to be compared; a gateway does not have those of a brain
    for each in KINDS:
        assembly_of(each)


def _ours(thing: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", "")
    return not job_table.owns(table or "")


def run() -> None:
    dsn = context.config.attributes["dsn"]
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(dsn), poolclass=pool.NullPool
    )
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_object=_ours,
            compare_server_default=False,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            # Two starts at once take turns; a busy table refuses rather than queues everyone behind us.
            connection.execute(text("SELECT pg_advisory_xact_lock(4202401)"))
            connection.execute(text("SET LOCAL lock_timeout = '10s'"))
            context.run_migrations()


run()
