"""Enterprises by filters: pages for people, chains for pulls."""

from collections.abc import Sequence
from typing import Any, LiteralString

from psycopg import sql
from psycopg.rows import class_row, dict_row
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.data_warehouse.contract import Chain, Enterprise, Family, Filters, Revised
from brain.platform.data_warehouse.queries.lookup import selected
from brain.platform.data_warehouse.queries.tables import TABLES
from brain.reference.region import RegionCode

_COLUMNS = selected(TABLES[Family.BASIC])


def _escaped(literal: str) -> str:
    return literal.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _within(code: str) -> str:
    return _escaped(RegionCode(code).prefix) + "%"


def conditions(filters: Filters) -> tuple[sql.Composable, dict[str, Any]]:
    """The WHERE clause and its values; only what was asked for appears in it."""
    text = filters.text.strip() if filters.text else None
    asked: list[tuple[LiteralString, str, Any]] = [
        ("(credit_code = upper(%(text)s) OR name LIKE %(part)s)", "text", text),
        ("region_code LIKE %(region)s", "region", _within(filters.region) if filters.region else None),
        (
            "industry_code LIKE %(industry)s",
            "industry",
            _escaped(filters.industry) + "%" if filters.industry else None,
        ),
        ("establish_date >= make_date(%(year_from)s, 1, 1)", "year_from", filters.year_from),
        ("establish_date < make_date(%(year_to)s + 1, 1, 1)", "year_to", filters.year_to),
        (
            "reg_capital_currency = 'CNY' AND reg_capital >= %(capital_from)s",
            "capital_from",
            filters.capital_from,
        ),
        ("reg_capital_currency = 'CNY' AND reg_capital <= %(capital_to)s", "capital_to", filters.capital_to),
        ("reg_status = %(status)s", "status", filters.status),
    ]
    wanted = [(condition, name, value) for condition, name, value in asked if value not in {None, ""}]
    values = {name: value for _, name, value in wanted} | {"part": f"%{_escaped(text or '')}%"}
    return sql.SQL(" AND ").join(
        [sql.SQL("true"), *(sql.SQL(condition) for condition, _, _ in wanted)]
    ), values


async def page(
    session: AsyncSession, filters: Filters, *, offset: int, limit: int
) -> tuple[list[Enterprise], int]:
    where, values = conditions(filters)
    connection = await raw(session)
    counted = await connection.execute(
        sql.SQL("SELECT count(*) FROM data_warehouse_enterprise WHERE {}").format(where), values
    )
    row = await counted.fetchone()
    cursor = connection.cursor(row_factory=class_row(Enterprise))
    await cursor.execute(
        sql.SQL(
            "SELECT {} FROM data_warehouse_enterprise WHERE {}"
            " ORDER BY establish_date DESC NULLS LAST, credit_code OFFSET %(offset)s LIMIT %(limit)s"
        ).format(_COLUMNS, where),
        values | {"offset": offset, "limit": limit},
    )
    return await cursor.fetchall(), row[0] if row else 0


def _patterns(prefixes: Sequence[str]) -> list[str]:
    return [_escaped(prefix) + "%" for prefix in prefixes]


async def chain(session: AsyncSession, chain: Chain, cursor: int, limit: int) -> list[Revised]:
    subject: list[LiteralString] = []
    if chain.industries:
        subject.append("industry_code LIKE ANY(%(industries)s)")
    if chain.keywords:
        subject.append("name LIKE ANY(%(keywords)s) OR business_scope LIKE ANY(%(keywords)s)")
    wanted = [
        sql.SQL("revision > %(cursor)s"),
        sql.SQL("({})").format(sql.SQL(" OR ").join(map(sql.SQL, subject or ["true"]))),
        sql.SQL("region_code LIKE ANY(%(regions)s)" if chain.regions else "true"),
    ]
    rows = (await raw(session)).cursor(row_factory=dict_row)
    await rows.execute(
        sql.SQL(
            "SELECT revision, {} FROM data_warehouse_enterprise WHERE {} ORDER BY revision LIMIT %(limit)s"
        ).format(_COLUMNS, sql.SQL(" AND ").join(wanted)),
        {
            "cursor": cursor,
            "limit": limit,
            "industries": _patterns(chain.industries),
            "keywords": [f"%{_escaped(word)}%" for word in chain.keywords],
            "regions": [_within(region) for region in chain.regions],
        },
    )
    return [
        Revised(revision=row.pop("revision"), enterprise=Enterprise(**row)) for row in await rows.fetchall()
    ]
