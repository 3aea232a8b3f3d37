"""What a node proves by itself of how its data are managed: counted in its own tables when asked."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import Base
from brain.kit.node import Node


@dataclass(frozen=True)
class Counted:
    """So many; or so many of `whole`."""

    count: int
    whole: int | None = None


Count = Callable[[AsyncSession, Node], Awaitable[Counted]]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Of an `item` of DCMM (`reference/dcmm.py`). `rule` says in words what is counted; `page` shows it to
    holders of `scope`, to everybody where that is None."""

    item: str
    title: str
    title_en: str
    rule: str
    rule_en: str
    page: str
    scope: str | None
    count: Count


def rows(table: type[Base], *which: ColumnElement[bool]) -> Count:
    """How many rows there are of those."""

    async def count(session: AsyncSession, _: Node) -> Counted:
        found = await session.scalar(select(func.count()).select_from(table).where(*which))
        return Counted(found or 0)

    return count


def share(table: type[Base], part: ColumnElement[bool], *whole: ColumnElement[bool]) -> Count:
    """How many of those rows are `part`, and how many those rows are."""

    async def count(session: AsyncSession, _: Node) -> Counted:
        wanted = select(func.count().filter(part), func.count()).select_from(table).where(*whole)
        found, among = (await session.execute(wanted)).one()
        return Counted(found, among)

    return count
