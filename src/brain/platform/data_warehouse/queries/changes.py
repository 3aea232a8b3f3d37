"""Following the master data by revision."""

from datetime import datetime

from psycopg import sql
from psycopg.rows import class_row
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.data_warehouse.contract import Change, DescribedEnterprise, Family, NamedEnterprise
from brain.platform.data_warehouse.queries.tables import TABLES

# Each branch walks its own index on revision and stops at the limit.
_SINCE = sql.SQL(
    "SELECT revision, credit_code, family FROM ({}) AS changed ORDER BY revision LIMIT %(limit)s"
).format(
    sql.SQL(" UNION ALL ").join(
        sql.SQL(
            "(SELECT revision, credit_code, {}::text AS family FROM {}"
            " WHERE revision > %(cursor)s ORDER BY revision LIMIT %(limit)s)"
        ).format(sql.Literal(table.family.value), sql.Identifier(table.name))
        for table in TABLES.values()
    )
)


async def since(session: AsyncSession, cursor: int, limit: int) -> list[Change]:
    rows = await (await raw(session)).execute(_SINCE, {"cursor": cursor, "limit": limit})
    return [
        Change(revision=revision, credit_code=code, family=Family(family))
        for revision, code, family in await rows.fetchall()
    ]


async def names_since(session: AsyncSession, cursor: int, limit: int) -> list[NamedEnterprise]:
    named = (await raw(session)).cursor(row_factory=class_row(NamedEnterprise))
    await named.execute(
        "SELECT revision, credit_code, name, former_names FROM data_warehouse_enterprise"
        " WHERE revision > %s ORDER BY revision LIMIT %s",
        (cursor, limit),
    )
    return await named.fetchall()


async def described_since(session: AsyncSession, cursor: int, limit: int) -> list[DescribedEnterprise]:
    described = (await raw(session)).cursor(row_factory=class_row(DescribedEnterprise))
    await described.execute(
        "SELECT revision, credit_code, name, business_scope, industry_code FROM data_warehouse_enterprise"
        " WHERE revision > %s ORDER BY revision LIMIT %s",
        (cursor, limit),
    )
    return await described.fetchall()


async def revision_at(session: AsyncSession, moment: datetime) -> int:
    statement = text("SELECT coalesce(max(last_revision), 0) FROM data_warehouse_loading WHERE at < :moment")
    return int((await session.execute(statement, {"moment": moment})).scalar_one())
