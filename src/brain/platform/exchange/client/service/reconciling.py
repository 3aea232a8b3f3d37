"""Daily reconciliation with the centre's ledger: says which part is missing, doubled, altered or unknown."""

from collections.abc import AsyncIterator
from dataclasses import asdict
from datetime import date, timedelta

import msgspec

from brain.kit.clock import now, today
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.domain.reconciliation import Entry, reconcile
from brain.platform.exchange.client.models import ReconciliationRow
from brain.platform.exchange.client.queries import ledger as queries
from brain.platform.exchange.client.queries import outbox
from brain.platform.exchange.client.service.link import Environment, Link, connect
from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.messages.report import LedgerPage

MOST_CONFIRMED = 20_000
"""Parts that fit into one confirmation; on a day with more, our own comparison has to do."""


async def reconcile_day(node: Node, day: date) -> ReconciliationRow:
    """Compare one Beijing day; parts found at the centre as they were sent are confirmed."""
    async with connect(node, Environment.PRODUCTION) as link:
        centre = [entry async for entry in _ledger(link, day)]
        async with node.database.transaction() as session:
            accepted = await queries.accepted_on(session, day)
            known = await queries.known(session, [entry.batch_id for entry in centre])
            found = reconcile(list(accepted.values()), known, centre)
            at = now()
            row = ReconciliationRow(
                day=day,
                at=at,
                ours=len(accepted),
                theirs=len(centre),
                findings=[asdict(finding) for finding in found],
            )
            await queries.keep_reconciliation(session, row)
            wrong = {(finding.scene, finding.batch_id, finding.part_number) for finding in found}
            sound = [number for number, entry in accepted.items() if entry.key not in wrong]
            await outbox.forget_bodies(session, sound, at)
            if found:
                await announce(session, _notice(row))
        if len(accepted) <= MOST_CONFIRMED:
            await _confirm(link, day, list(accepted.values()))
    return row


async def reconcile_open_days(node: Node) -> None:
    """Yesterday, and every earlier day with parts that are not confirmed."""
    async with node.database.transaction() as session:
        days = set(await queries.unconfirmed_days(session, today())) | {today() - timedelta(days=1)}
    for day in sorted(days):
        await reconcile_day(node, day)


async def _ledger(link: Link, day: date) -> AsyncIterator[Entry]:
    """What the centre took that day, page by page; what it refused is no matter of reconciliation."""
    query, more = {"date": day.isoformat()}, True
    while more:
        outcome = await link.call(Call(method="GET", path="/ledger", query=query))
        page = msgspec.convert(outcome.required(), LedgerPage)
        for item in page.items:
            if item.resp_code == RespCode.SUCCESS:
                yield Entry(
                    scene=item.scene,
                    batch_id=item.batch_id,
                    part_number=item.part_number,
                    records=item.records,
                    size=item.bytes,
                    digest=item.digest,
                )
        query["cursor"], more = page.next_cursor, page.has_more


async def _confirm(link: Link, day: date, accepted: list[Entry]) -> None:
    """Our own list of the day, so that the centre can compare from its side and keep it."""
    items = [
        {
            "scene": entry.scene,
            "batchId": entry.batch_id,
            "partNumber": entry.part_number,
            "digest": entry.digest,
            "records": entry.records,
        }
        for entry in accepted
    ]
    body = msgspec.json.encode({"date": day.isoformat(), "items": items})
    (await link.call(Call(method="POST", path="/ledger/confirmations", body=body))).required()


def _notice(row: ReconciliationRow) -> Notice:
    return Notice(
        kind="todo",
        title=f"{row.day} 的对账发现 {len(row.findings)} 处差异",
        title_en=f"Reconciliation of {row.day} found {len(row.findings)} differences",
        link="/exchange/client/ledger",
        scope="exchange_client.send",
        key=f"exchange_client.reconciliation/{row.day}",
    )
