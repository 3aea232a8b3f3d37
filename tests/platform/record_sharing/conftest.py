"""A factory with business records and its brain."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from brain.kit.clock import now
from brain.kit.postgres import Server
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.operations.contract import KINDS
from brain.platform.operations.models import SystemRow
from brain.platform.operations.service import recording
from brain.platform.record_sharing.brain.models import SharedConsentRow, SharedRecordRow
from brain.platform.record_sharing.gateway.contract import RecordTerms
from brain.platform.record_sharing.gateway.service import consenting, sending
from brain.platform.record_sharing.protocol.forms import Form, Period
from tests.conftest import RunningNode
from tests.link_sides import OWNER, Sides, linked
from tests.sandboxes import sandbox_dsn

__all__ = ["sandbox_dsn"]

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Sharing:
    sides: Sides
    system_id: int

    async def tell(self, kind: str, *rows: dict[str, Any]) -> None:
        """The factory's business system says this."""
        async with self.sides.gateway.node.database.transaction() as session:
            kept = await recording.keep(session, self.system_id, KINDS[kind], rows)
        assert not kept.refused, kept.refused

    async def consent(
        self, kind: str, fields: Sequence[str], form: Form = Form.RAW, *,
        purpose: Purpose = Purpose.MONITORING, period: Period | None = None, since: datetime = BEGINNING,
        until: datetime | None = None,
    ) -> str:  # fmt: skip
        terms = RecordTerms(
            kind=kind, purpose=purpose, form=form, period=period, fields=fields, since=since, until=until
        )
        async with self.sides.gateway.node.database.transaction() as session:
            return (await consenting.give(session, terms, "", OWNER)).id

    async def withdraw(self, consent_id: str) -> None:
        async with self.sides.gateway.node.database.transaction() as session:
            await consenting.withdraw(session, consent_id, "不再需要", OWNER)

    async def write(self) -> None:
        await sending.send(self.sides.gateway.node)

    async def exchange(self) -> None:
        await self.write()
        await self.sides.corresponded()

    async def at_brain(self, consent_id: str) -> list[SharedRecordRow]:
        async with self.sides.brain.node.database.transaction() as session:
            found = await session.scalars(
                select(SharedRecordRow)
                .where(SharedRecordRow.consent_id == consent_id)
                .order_by(SharedRecordRow.key)
            )
            return list(found)

    async def told(self, consent_id: str) -> SharedConsentRow:
        async with self.sides.brain.node.database.transaction() as session:
            return await session.get_one(SharedConsentRow, consent_id)


@pytest.fixture
async def sharing(postgres: Server, tmp_path: Path, brain_node: RunningNode) -> AsyncIterator[Sharing]:
    async with linked(postgres, tmp_path, brain_node) as sides:
        await sides.confirmed()
        async with sides.gateway.node.database.transaction() as session:
            system = SystemRow(
                name="MES", settings={}, enabled=False, revision=1, changed_by="engineer", changed_at=now()
            )
            session.add(system)
            await session.flush()
        yield Sharing(sides, system.id)


def order(number: str, **more: Any) -> dict[str, Any]:
    return {
        "key": number,
        "product": "12R22.5",
        "quantity": 137,
        "unit": "piece",
        "due": BEGINNING + timedelta(days=3, hours=5),
        "state": "released",
        "customer_order": "C-4711",
        **more,
    }
