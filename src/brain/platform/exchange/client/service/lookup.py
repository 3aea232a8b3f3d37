"""One enterprise asked of the centre on behalf of a person, and kept in the brain's warehouse."""

import msgspec

from brain.kit.node import Node
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.queries import connection as queries
from brain.platform.exchange.client.service import warehousing
from brain.platform.exchange.client.service.link import Environment, connect
from brain.platform.exchange.messages.enterprise import EnterpriseAnswer
from brain.platform.exchange.protocol import EnterpriseFamily


async def look_up(
    node: Node, family: EnterpriseFamily, key: dict[str, str], scene: str, user: str
) -> EnterpriseAnswer:
    """`key` is a credit code or a name; no match is refused with the centre's candidates (106)."""
    async with connect(node, Environment.PRODUCTION) as link:
        call = Call(
            method="GET",
            path=f"/enterprises/{family}",
            query=key,
            scene=scene,
            user=user if await _is_registered(node, user) else None,
        )
        answer = msgspec.convert((await link.call(call)).required(), EnterpriseAnswer)
    async with node.database.transaction() as session:
        records = [(family.value, record) for record in answer.enterprise.items]
        told = warehousing.Told(records=records, sources=answer.sources)
        await warehousing.store(session, told, sample=node.sample_data)
    return answer


async def _is_registered(node: Node, user: str) -> bool:
    """The centre knows only the people named in the application (annex 3, 2.1: 用户授权)."""
    async with node.database.transaction() as session:
        applications = await queries.applications(session)
    return any(user in row.form.get("users", ()) for row in applications[:1])
