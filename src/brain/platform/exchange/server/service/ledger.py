"""The ledger and its reconciliation: a day's parts against the client's list, and against our own files."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.crypto import sm3
from brain.kit.errors import Invalid
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.exchange.messages.report import (
    LedgerComparison,
    LedgerConfirmation,
    LedgerDifference,
    LedgerItem,
    LedgerPage,
    SentPart,
)
from brain.platform.exchange.server.adapters.intake import landing_path
from brain.platform.exchange.server.models.data import PartRow, ReconciliationRow
from brain.platform.exchange.server.queries import ledger as queries
from brain.platform.exchange.server.service.reports import landing_folder

LONGEST_LEDGER = timedelta(days=100 * 366)


async def of_client(
    session: AsyncSession, client_id: str, day: date, cursor: str | None, limit: int
) -> LedgerPage:
    _check_day(day)
    after = _position(cursor)
    rows = await queries.of_client(session, client_id, day, after, limit)
    last = rows[-1].id if rows else after
    return LedgerPage(items=[_item(row) for row in rows], next_cursor=str(last), has_more=len(rows) == limit)


def _position(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 18:
        raise Invalid("游标不正确", [{"loc": "cursor", "message": "请使用上一页返回的 nextCursor"}])
    return int(cursor)


def _check_day(day: date) -> None:
    if abs(day - today()) > LONGEST_LEDGER:
        raise Invalid("日期不合理", [{"loc": "date", "message": "超出台账的时间范围"}])


def _item(row: PartRow) -> LedgerItem:
    return LedgerItem(
        scene=row.scene,
        batch_id=row.batch_id,
        part_number=row.part_number,
        part_count=row.part_count,
        records=row.records,
        bytes=row.bytes,
        digest=row.digest,
        received_at=row.received_at,
        resp_code=row.resp_code,
    )


async def confirm(session: AsyncSession, client_id: str, stated: LedgerConfirmation) -> LedgerComparison:
    """Compare what the client holds to be accepted with our ledger, and remember the outcome."""
    _check_day(stated.date)
    ours = {
        _key(row): (row.digest, row.records)
        for row in await queries.accepted_on(session, client_id, stated.date)
    }
    theirs = {_key(item): (item.digest, item.records) for item in stated.items}
    comparison = LedgerComparison(
        agreed=ours == theirs,
        missing=_differences(key for key in theirs if key not in ours),
        unknown=_differences(key for key in ours if key not in theirs),
        altered=_differences(key for key in theirs if key in ours and ours[key] != theirs[key]),
    )
    await _remember(session, (client_id, stated.date), "client", len(theirs), comparison)
    return comparison


def _key(part: PartRow | SentPart) -> tuple[str, str, int]:
    return (part.scene, part.batch_id, part.part_number)


def _differences(keys: Iterable[tuple[str, str, int]]) -> list[LedgerDifference]:
    return [
        LedgerDifference(scene=scene, batch_id=batch, part_number=part) for scene, batch, part in sorted(keys)
    ]


async def check_yesterday(node: Node, _: dict[str, Any]) -> None:
    """Scheduled: parts accepted the day before have their landing files, their batches are loaded."""
    day = today() - timedelta(days=1)
    async with node.database.transaction() as session:
        for client_id in await queries.clients_on(session, day):
            await check_day(session, landing_folder(node), client_id, day)


async def check_day(session: AsyncSession, folder: Path, client_id: str, day: date) -> LedgerComparison:
    """`missing` files, `altered` files, and under `unknown` the batches never completed or loaded."""
    rows = await queries.accepted_on(session, client_id, day)
    found = {_key(row): await asyncio.to_thread(_digest_of, landing_path(folder, row.digest)) for row in rows}
    unfinished = await queries.unfinished(session, client_id, queries.day_bounds(day)[1])
    comparison = LedgerComparison(
        agreed=all(found[_key(row)] == row.digest for row in rows) and not unfinished,
        missing=_differences(_key(row) for row in rows if found[_key(row)] is None),
        unknown=_differences((batch.scene, batch.batch_id, 0) for batch in unfinished),
        altered=_differences(_key(row) for row in rows if found[_key(row)] not in {None, row.digest}),
    )
    await _remember(session, (client_id, day), "landing", len(rows), comparison)
    return comparison


def _digest_of(path: Path) -> str | None:
    return sm3(path.read_bytes()) if path.is_file() else None


async def _remember(
    session: AsyncSession, about: tuple[str, date], against: str, parts: int, found: LedgerComparison
) -> None:
    client_id, day = about
    differences = {
        name: msgspec.to_builtins(getattr(found, name)) for name in ("missing", "unknown", "altered")
    }
    row = ReconciliationRow(
        day=day,
        client_id=client_id,
        against=against,
        parts=parts,
        differences=differences,
        agreed=found.agreed,
        compared_at=now(),
    )
    await queries.add_reconciliation(session, row)
    if not found.agreed:
        await announce(session, _notice(client_id, day))


def _notice(client_id: str, day: date) -> Notice:
    return Notice(
        kind="todo",
        title=f"{client_id} {day} 的上报对账有差异",
        title_en=f"Reconciliation of {client_id} on {day} found differences",
        link="/exchange/ledger",
        scope="exchange.operate",
        key=f"exchange.reconciliation/{client_id}/{day}",
    )
