"""From an invitation to a link in use, and out of use again: what people of the brain decide."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.errors import Conflict, Forbidden, Invalid
from brain.kit.events import Recorded, Settled, announce
from brain.platform.factory_link.brain.domain import acts
from brain.platform.factory_link.brain.domain.stages import Stage, follow, new_code, same_code
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.queries import factories
from brain.reference.credit_code import CreditCode

CODE_DAYS: Final = 7


@dataclass(frozen=True)
class Invitation:
    """`code` is shown once: only its digest is kept."""

    factory: FactoryRow
    code: str


async def invite(session: AsyncSession, credit_code: str, title: str, by: str) -> Invitation:
    """Raises Conflict where the factory already has a link in use or under way."""
    told = CreditCode(credit_code)
    if not told.check_digit_holds:
        raise Invalid("信用代码的校验码不对", [{"loc": "/body/creditCode", "message": "校验码不对，请核对"}])
    standing = await factories.standing(session, str(told), lock=True)
    if standing is not None and Stage(standing.state) is not Stage.INVITED:
        raise Conflict(f"“{standing.title}”已有链接，要重新接入须先吊销它")
    if standing is not None:
        await _close(session, standing, Stage.REVOKED, by, "另发了新的注册码")
    code = new_code()
    factory = FactoryRow(
        id=str(uuid.uuid4()),
        credit_code=str(told),
        title=title,
        state=Stage.INVITED,
        code_digest=sm3(same_code(code).encode()),
        code_until=now() + timedelta(days=CODE_DAYS),
        invited_by=by,
        invited_at=now(),
    )
    session.add(factory)
    await session.flush()
    await _record(session, factory, acts.INVITED, by)
    return Invitation(factory, code)


async def confirm(session: AsyncSession, factory_id: str, check_number: str, by: str) -> FactoryRow:
    """Both sides have seen the same number. Raises Invalid where it is another."""
    factory = await factories.get(session, factory_id, lock=True)
    follow(Stage(factory.state), Stage.ACTIVE)
    if Stage(factory.state) is not Stage.CLAIMED:
        raise Conflict("只有等待确认的登记才能确认")
    if check_number != factory.check_number:
        raise Invalid(
            "核对号不一致：可能有人冒充，请与工厂电话核实",
            [{"loc": "/body/checkNumber", "message": "与工厂页面上的不同"}],
        )
    factory.state, factory.confirmed_by, factory.confirmed_at = Stage.ACTIVE, by, now()
    factory.code_digest = None
    await _record(session, factory, acts.CONFIRMED, by)
    await announce(session, Settled(key=_todo(factory.id)))
    return factory


async def suspend(session: AsyncSession, factory_id: str, reason: str, by: str) -> FactoryRow:
    factory = await factories.get(session, factory_id, lock=True)
    follow(Stage(factory.state), Stage.SUSPENDED)
    factory.state, factory.reason = Stage.SUSPENDED, reason
    await _record(session, factory, acts.SUSPENDED, by, reason)
    return factory


async def resume(session: AsyncSession, factory_id: str, by: str) -> FactoryRow:
    factory = await factories.get(session, factory_id, lock=True)
    if Stage(factory.state) is not Stage.SUSPENDED:
        raise Conflict("只有停用中的链接才能恢复")
    if factory.confirmed_by is None:
        raise Forbidden("这条链接还没有确认过")
    factory.state, factory.reason = Stage.ACTIVE, None
    await _record(session, factory, acts.RESUMED, by)
    await announce(session, Settled(key=_todo(factory.id)))
    return factory


async def revoke(session: AsyncSession, factory_id: str, reason: str, by: str) -> FactoryRow:
    """For good: a stolen gateway can send nothing from now on. What it sent stays."""
    factory = await factories.get(session, factory_id, lock=True)
    if Stage(factory.state) is not Stage.REVOKED:
        await _close(session, factory, Stage.REVOKED, by, reason)
    return factory


async def _close(session: AsyncSession, factory: FactoryRow, state: Stage, by: str, reason: str) -> None:
    factory.state, factory.reason = follow(Stage(factory.state), state), reason
    factory.closed_by, factory.closed_at, factory.code_digest = by, now(), None
    await _record(session, factory, acts.REVOKED, by, reason)
    await announce(session, Settled(key=_todo(factory.id)))


def _todo(factory_id: str) -> str:
    return f"factory_link.factory.{factory_id}"


async def _record(session: AsyncSession, factory: FactoryRow, act: Act, by: str, reason: str = "") -> None:
    details = {"creditCode": factory.credit_code} | ({"reason": reason} if reason else {})
    await announce(
        session, Recorded(act=act, target=factory.id, title=factory.title, actor=by, details=details)
    )
