"""The brain's own signing key, made when it is first needed."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.factory_link.brain.models import BrainKeyRow
from brain.platform.factory_link.protocol import signing

_SEALED_AS = "factory_link.key"


async def own_key(session: AsyncSession, node: Node) -> Ed25519PrivateKey:
    row = await session.get(BrainKeyRow, 1)
    if row is None:
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(_SEALED_AS))))
        row = await session.get(BrainKeyRow, 1, populate_existing=True)
    if row is None:
        raw = signing.private_bytes(signing.new_key())
        row = BrainKeyRow(id=1, sealed=node.secrets.seal(_SEALED_AS, raw), made_at=now())
        session.add(row)
        await session.flush()
    return signing.private_key(node.secrets.open(_SEALED_AS, row.sealed))
