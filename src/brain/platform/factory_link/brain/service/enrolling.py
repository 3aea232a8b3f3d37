"""What a gateway without a link may do: come with its one-time code; and with a new key for its old one."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import same, sm3
from brain.kit.errors import Refusal
from brain.kit.events import Notice, Recorded, announce
from brain.kit.node import Node
from brain.platform.factory_link.brain.domain import acts
from brain.platform.factory_link.brain.domain.stages import (
    MOST_TRIES,
    CodeRefused,
    Stage,
    same_code,
)
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.queries import factories
from brain.platform.factory_link.brain.service.keys import own_key
from brain.platform.factory_link.protocol import signing
from brain.platform.factory_link.protocol.messages import EnrolmentAnswer, EnrolmentRequest, NewKey

_REFUSED = "注册码不对、已用过、已过期，或不是发给这家工厂的"


async def claim(session: AsyncSession, node: Node, told: EnrolmentRequest) -> EnrolmentAnswer | Refusal:
    """The request's signature by the key in it has been checked. A refusal is returned, not raised, so that
    the try counts."""
    factory = await factories.invited(session, told.credit_code)
    if factory is None:
        return await _again(session, node, told)
    if factory.code_tries >= MOST_TRIES or factory.code_until < now():
        return CodeRefused(_REFUSED)
    if not same(sm3(same_code(told.code).encode()), factory.code_digest or ""):
        factory.code_tries += 1
        return CodeRefused(_REFUSED)
    brain_key = signing.public_text(await own_key(session, node))
    factory.state = Stage.CLAIMED
    factory.public_key, factory.key_since, factory.claimed_at = told.public_key, now(), now()
    factory.check_number = signing.check_number(told.public_key, brain_key, same_code(told.code))
    await _tell(session, factory, told)
    return _answer(factory, node, brain_key)


async def _again(session: AsyncSession, node: Node, told: EnrolmentRequest) -> EnrolmentAnswer | Refusal:
    """The answer to the first claim was lost: the same key with the same code gets it again."""
    factory = await factories.standing(session, told.credit_code)
    if factory is None or factory.public_key != told.public_key or factory.state != Stage.CLAIMED:
        return CodeRefused(_REFUSED)
    if not same(sm3(same_code(told.code).encode()), factory.code_digest or ""):
        return CodeRefused(_REFUSED)
    return _answer(factory, node, signing.public_text(await own_key(session, node)))


def _answer(factory: FactoryRow, node: Node, brain_key: str) -> EnrolmentAnswer:
    return EnrolmentAnswer(
        link=factory.id, brain=node.title, brain_code=node.organisation_code, public_key=brain_key
    )


async def _tell(session: AsyncSession, factory: FactoryRow, told: EnrolmentRequest) -> None:
    details = {"creditCode": factory.credit_code, "version": told.version, "title": told.title}
    await announce(
        session,
        Recorded(
            act=acts.CLAIMED,
            target=factory.id,
            title=factory.title,
            actor=f"factory:{factory.id}",
            actor_name=told.title,
            details=details,
        ),
    )
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"工厂“{factory.title}”已凭注册码登记，等待确认",
            title_en=f"Factory “{factory.title}” has enrolled and waits for confirmation",
            body="与工厂核对六位核对号，一致才确认",
            link=f"/factory-link/factories/{factory.id}",
            scope="factory_link.confirm",
            key=f"factory_link.factory.{factory.id}",
        ),
    )


async def change_key(session: AsyncSession, factory: FactoryRow, told: NewKey, at: datetime) -> None:
    """The old key stays good until the new one is first used: the answer may be lost."""
    if told.public_key == factory.public_key:
        return
    proof = f"{factory.id}\n{told.public_key}".encode()
    signing.check_proof(told.public_key, told.proof, proof)
    factory.old_public_key, factory.public_key, factory.key_since = factory.public_key, told.public_key, at
    await announce(
        session,
        Recorded(
            act=acts.KEY_CHANGED, target=factory.id, title=factory.title, actor=f"factory:{factory.id}",
            actor_name=factory.title,
        ),
    )  # fmt: skip
