"""What the brain is told of an upgrade, if there is a brain."""

from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.factory_link.gateway.service import enrolling, letters
from brain.platform.gateway_upgrade.protocol.releases import STATE, Phase, StateBody


async def report(session: AsyncSession, digest: str, running: str, state: Phase, why: str) -> None:
    """`running`: the version that runs now."""
    link = await enrolling.standing(session)
    if link is None or link.confirmed_at is None:
        return
    body = StateBody(release=digest, running=running, state=state, why=why[:2_000], at=now())
    await letters.post(session, str(uuid4()), STATE, body.model_dump(mode="json", by_alias=True))
