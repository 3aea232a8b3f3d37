"""The centre's overview: which brains there are, what they reported, when, and how fresh it is."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now, today
from brain.kit.events import Recorded, Settled, announce
from brain.platform.exchange.protocol import STATE_TITLES, ApplicationState
from brain.platform.exchange.scenes.catalogue import NAMES, scenes
from brain.platform.exchange.server.domain import acts
from brain.platform.exchange.server.models.access import AlarmRow
from brain.platform.exchange.server.queries import overview as queries


async def overview(session: AsyncSession) -> dict[str, Any]:
    by_client: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in await queries.reported(session):
        by_client[row["client_id"]].append(row)
    last_received = await queries.last_received(session)
    acknowledged, open_alarms = await queries.acknowledged(session), await queries.open_alarms(session)
    brains = [
        {
            "application_number": row.number,
            "client_id": row.client_id,
            "organisation_name": row.organisation_name,
            "system_name": row.system_name,
            "state": row.state,
            "state_title": STATE_TITLES[ApplicationState(row.state)],
            "valid_until": row.valid_until,
            "scenes": row.form["scenes"],
            "reported": _by_scene(by_client[row.client_id]),
            "fresh_days": _age([found["last_as_of"] for found in by_client[row.client_id]]),
            "last_received_at": last_received.get(row.client_id),
            "acknowledged": acknowledged.get(row.client_id, 0),
            "open_alarms": open_alarms.get(row.client_id, 0),
        }
        for row in await queries.applications(session)
    ]
    everything = [found for listed in by_client.values() for found in listed]
    totals = {name: sum(int(found[name]) for found in everything) for name in ("batches", "records", "bytes")}
    return {"as_of": now(), "brains": brains, **totals}


def _by_scene(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """In the order of annex 3, with the scene's Chinese name."""
    ordered = sorted(rows, key=lambda row: NAMES.index(row["scene"]))
    wanted = ("scene", "batches", "records", "bytes", "waiting", "last_completed_at", "last_as_of")
    return [{name: row[name] for name in wanted} | {"title": scenes()[row["scene"]].title} for row in ordered]


def _age(moments: list[datetime | None]) -> int | None:
    """Days from the newest moment to today, by the Beijing calendar."""
    known = [moment for moment in moments if moment is not None]
    return (today() - max(known).astimezone(BEIJING).date()).days if known else None


async def handle_alarm(session: AsyncSession, alarm_id: int, by: str) -> AlarmRow:
    """Somebody looked into it."""
    row = await queries.lock_alarm(session, alarm_id)
    if row.handled_at is None:
        row.handled_by, row.handled_at = by, now()
        await announce(session, Settled(key=f"exchange.alarm/{row.client_id}"))
        await announce(
            session, Recorded(act=acts.ALARM_HANDLED, target=str(alarm_id), title=row.client_id, actor=by)
        )
    return row
