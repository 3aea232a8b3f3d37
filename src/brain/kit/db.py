"""PostgreSQL: the declarative base, sessions of one transaction each, COPY access and advisory locks."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from time import monotonic
from typing import Annotated, Any, ClassVar, cast
from weakref import WeakKeyDictionary

from fastapi import Depends, Request
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import TIMESTAMP, ClauseElement, ColumnElement, MetaData, make_url, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from brain.kit.errors import Invalid
from brain.kit.events import Event, Listener


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: TIMESTAMP(timezone=True),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
    }


LAST_WORKS = "last_works"


def before_commit(session: AsyncSession, work: Callable[[AsyncSession], Awaitable[None]]) -> None:
    """Do this last, when all else of the transaction is done: for a lock that many want."""
    session.info.setdefault(LAST_WORKS, []).append(work)


_last_used: WeakKeyDictionary[AsyncConnection[Any], float] = WeakKeyDictionary()


async def _note_use(connection: AsyncConnection[Any]) -> None:
    _last_used[connection] = monotonic()


async def _check_rested(connection: AsyncConnection[Any]) -> None:
    """Whether the server is still there: asked only of connections that rested, busy ones pay nothing."""
    if monotonic() - _last_used.get(connection, 0) > 1:
        await AsyncConnectionPool.check_connection(connection)


class Database:
    """One node's database. `dsn` is a libpq URL or key-value string."""

    def __init__(
        self,
        dsn: str,
        *,
        pool_size: int = 8,
        listeners: Mapping[type[Event], Sequence[Listener]] | None = None,
    ) -> None:
        self.dsn = dsn
        self._engine = create_async_engine(
            "postgresql+psycopg://",
            async_creator=self._connect,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_pre_ping=True,
        )
        self._sessions = async_sessionmaker(
            self._engine, expire_on_commit=False, info={"listeners": dict(listeners or {})}
        )
        self._readers = AsyncConnectionPool(
            dsn,
            kwargs={"autocommit": True, "options": "-c timezone=UTC"},
            min_size=1,
            max_size=pool_size,
            open=False,
            check=_check_rested,
            reset=_note_use,
        )

    async def _connect(self) -> AsyncConnection[Any]:
        return await AsyncConnection.connect(self.dsn, options="-c timezone=UTC")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session that commits when the block ends and rolls back when it raises."""
        async with self._sessions() as session, session.begin():
            yield session
            for work in session.info.get(LAST_WORKS, ()):
                await work(session)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection[Any]]:
        """A connection without a transaction, for single statements that must answer within milliseconds."""
        await self._readers.open()
        async with self._readers.connection() as connection:
            yield connection

    async def dispose(self) -> None:
        await self._readers.close()
        await self._engine.dispose()


async def transaction(request: Request) -> AsyncIterator[AsyncSession]:
    database: Database = request.app.state.node.database
    async with database.transaction() as session:
        yield session


# scope="function": commit before the answer is sent, so that a failed commit is never a 200.
Session = Annotated[AsyncSession, Depends(transaction, scope="function")]


def statement_text(statement: ClauseElement) -> str:
    """The statement as psycopg takes it: what is hot is composed once and executed without SQLAlchemy."""
    return str(statement.compile(dialect=make_url("postgresql+psycopg://").get_dialect()()))


async def raw(session: AsyncSession) -> AsyncConnection[Any]:
    """The psycopg connection under a session, inside the same transaction: for COPY and hot statements."""
    connection = await session.connection()
    pooled = await connection.get_raw_connection()
    return cast("AsyncConnection[Any]", pooled.driver_connection)


def ordering(sort: str | None, columns: Mapping[str, ColumnElement[Any]], default: str) -> ColumnElement[Any]:
    """The column for `createdAt` or `-createdAt`; nulls come last either way. Unknown names are `Invalid`."""
    wanted = sort or default
    column = columns.get(wanted.removeprefix("-"))
    if column is None:
        raise Invalid(
            f"不能按“{wanted}”排序", [{"loc": "/query/sort", "message": f"可用：{'、'.join(columns)}"}]
        )
    return (column.desc() if wanted.startswith("-") else column.asc()).nulls_last()


async def lock(session: AsyncSession, *names: str) -> None:
    """Hold an advisory lock on these names until the transaction ends."""
    await session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": "/".join(names)}
    )
