"""What a configuration is written against: the gateway's number, its sealing key, its present state."""

import json
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.crypto import sm3
from brain.kit.node import Node
from brain.platform.gateway_configuration.gateway.models import ConfigurationRow
from brain.platform.gateway_configuration.protocol import sealing
from brain.platform.gateway_configuration.protocol.documents import gateway_number
from brain.platform.shop_floor.service import configuring
from brain.platform.shop_floor.service.configuring import State

_NAME: Final = "gateway_configuration.sealing"


def sealing_key(node: Node) -> X25519PrivateKey:
    """The gateway's own: always the same on this node."""
    return X25519PrivateKey.from_private_bytes(node.secrets.derived(_NAME))


def number_of(node: Node) -> str:
    return gateway_number(sealing.public_text(sealing_key(node)))


def things(state: State) -> dict[str, dict[str, Any]]:
    """As JSON has them: what is compared later comes out of the database so."""
    told = {"sources": state.sources, "points": state.points, "store": {"1": state.store}}
    found: dict[str, dict[str, Any]] = json.loads(json.dumps(told))
    return found


def digest(state: State) -> str:
    return sm3(json.dumps(things(state), ensure_ascii=False, sort_keys=True).encode())


async def highest(session: AsyncSession) -> int:
    """The highest number that was judged, whatever became of it."""
    return await session.scalar(select(func.max(ConfigurationRow.number))) or 0


async def draft(session: AsyncSession, node: Node) -> dict[str, Any]:
    """What the administrator takes along to write the next configuration. No secrets are in it."""
    state = await configuring.state(session)
    public = sealing.public_text(sealing_key(node))
    return {
        "format": 1,
        "gateway": number_of(node),
        "creditCode": node.organisation_code,
        "number": await highest(session) + 1,
        "base": digest(state),
        "sealingKey": public,
        "state": {
            "sources": [
                {key: each[key] for key in ("name", "settings", "enabled")}
                | {"hasSecret": each["secret"] is not None}
                for each in state.sources.values()
            ],
            "points": [
                {key: value for key, value in each.items() if key not in ("source_id", "equipment_id")}
                | {"source": state.sources[str(each["source_id"])]["name"]}
                for each in state.points.values()
            ],
            "store": state.store,
        },
    }
