"""Registering data sets in the catalogue: described, reviewed by another, given an identifier, published."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import lock
from brain.kit.errors import Conflict, FieldError, Forbidden, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.domain.description import Declared, checked, missing
from brain.platform.data_sets.domain.registration import (
    MOST,
    Registration,
    RegistrationState,
    Step,
    after,
    check_type,
    identifier,
)
from brain.platform.data_sets.domain.registration_acts import REGISTRATION_ACTS
from brain.platform.data_sets.queries import registrations
from brain.platform.data_sets.service import recording
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.recording import Entered
from brain.reference.credit_code import CreditCode


async def describe(session: AsyncSession, node: Node, name: str, declared: Declared, by: str) -> None:
    """What was reviewed before is to be reviewed again; the same description again is no step.

    Raises Conflict while it is reviewed, and for another type than its identifier says.
    """
    declared = checked(declared)
    entered = await _held(session, node, name)
    registration = entered.registration
    check_type(registration, declared.type)
    if registration.declared != declared:
        await _take(
            session,
            replace(entered, registration=replace(registration, declared=declared)),
            Step.DESCRIBE,
            by,
        )


async def submit(session: AsyncSession, node: Node, name: str, by: str) -> None:
    """To a reviewer, under a temporary identifier. Raises Invalid while fields are missing."""
    entered = await _held(session, node, name)
    registration = entered.registration
    if registration.state is RegistrationState.PENDING and registration.submitted_by == by:
        return
    after(registration.state, Step.SUBMIT)
    _require_whole(entered)
    serial = registration.serial or await _next_serial(session)
    taken = replace(registration, submitted_by=by, serial=serial)
    await _take(session, replace(entered, registration=taken), Step.SUBMIT, by)
    await _ask(session, entered, "待审核", "waits for review", "data_sets.confirm")


async def approve(session: AsyncSession, node: Node, name: str, by: str) -> None:
    entered = await _reviewed(session, node, name, Step.APPROVE, by)
    await _take(session, entered, Step.APPROVE, by)
    await _ask(
        session, entered, "已审核通过，待登记并发布", "is to be registered and published", "data_sets.declare"
    )


async def refuse(session: AsyncSession, node: Node, name: str, reason: str, by: str) -> None:
    entered = await _reviewed(session, node, name, Step.REFUSE, by)
    await _take(session, entered, Step.REFUSE, by, reason)
    await _ask(session, entered, f"被退回：{reason}", "was refused", "data_sets.declare")


async def register(session: AsyncSession, node: Node, name: str, by: str) -> None:
    """It keeps the identifier that it has, or is given one. Raises Conflict while the node has no code."""
    entered = await _held(session, node, name)
    registration = entered.registration
    if registration.state is RegistrationState.REGISTERED:
        return
    after(registration.state, Step.REGISTER)
    _require_whole(entered)
    given = registration.identifier or _given(node, registration)
    await _take(
        session, replace(entered, registration=replace(registration, identifier=given)), Step.REGISTER, by
    )


async def publish(session: AsyncSession, node: Node, name: str, by: str) -> None:
    entered = await _held(session, node, name)
    if entered.registration.state is RegistrationState.ACTIVE:
        return
    after(entered.registration.state, Step.PUBLISH)
    _require_whole(entered)
    await _take(session, entered, Step.PUBLISH, by)


async def withdraw(session: AsyncSession, node: Node, name: str, reason: str, by: str) -> None:
    """No longer published, still registered."""
    await _take(session, await _held(session, node, name), Step.WITHDRAW, by, reason)


async def end(session: AsyncSession, node: Node, name: str, reason: str, by: str) -> None:
    """The data set is retired: not published any more; its identifier stays its own."""
    await lock(session, "data_sets.registration", name)
    entered = await recording.one(session, node, name)
    await announce(session, Settled(key=_key(name)))
    if entered.registration.state is RegistrationState.ACTIVE:
        await _take(session, entered, Step.WITHDRAW, by, reason)


async def _held(session: AsyncSession, node: Node, name: str) -> Entered:
    """Raises NotFound for a data set that is not in force."""
    await lock(session, "data_sets.registration", name)
    (await current(session, node)).get(name)
    return await recording.one(session, node, name)


async def _reviewed(session: AsyncSession, node: Node, name: str, step: Step, by: str) -> Entered:
    entered = await _held(session, node, name)
    after(entered.registration.state, step)
    if entered.registration.submitted_by == by:
        raise Forbidden("不能审核自己提交的登记，请由另一位审批人员处理")
    return entered


async def _next_serial(session: AsyncSession) -> int:
    """Never one that was given before."""
    await lock(session, "data_sets.registration", "serial")
    serial = await registrations.last_serial(session) + 1
    if serial > MOST:
        raise Conflict("六位序号已经用完")
    return serial


def _given(node: Node, registration: Registration) -> str:
    if node.organisation_code is None or registration.serial is None:
        raise Conflict("本节点还没有配置统一社会信用代码（BRAIN_NODE__ORGANISATION_CODE），不能赋予正式标识")
    return identifier(CreditCode(node.organisation_code), registration.declared.type, registration.serial)


async def _take(
    session: AsyncSession, entered: Entered, step: Step, by: str, reason: str | None = None
) -> None:
    before = entered.registration
    taken = replace(before, state=after(before.state, step))
    await registrations.save(session, taken)
    await registrations.note(session, taken, step, by, reason)
    if step is not Step.REGISTER:  # publishing is still to be done
        await announce(session, Settled(key=_key(before.data_set)))
    recorded = Recorded(
        act=REGISTRATION_ACTS[step],
        target=before.data_set.replace(".", "/"),
        title=entered.data_set.title,
        actor=by,
        details={"identifier": taken.called, "state": taken.state, "reason": reason},
    )
    await announce(session, recorded)


async def _ask(session: AsyncSession, entered: Entered, what: str, what_en: str, scope: str) -> None:
    data_set = entered.data_set
    notice = Notice(
        kind="todo",
        title=f"“{data_set.title}”的目录登记{what}"[:200],
        title_en=f"The registration of {data_set.title_en} {what_en}"[:200],
        link=f"/data-sets/{data_set.tier}/{data_set.name}",
        scope=scope,
        key=_key(data_set.full_name),
    )
    await announce(session, notice)


def _key(name: str) -> str:
    return f"data_sets.registration/{name}"


def _require_whole(entered: Entered) -> None:
    lacking = [
        FieldError(loc=f"/{field.key}", message=f"缺“{field.title}”")
        for field in missing(entered.filled, "review")
    ]
    if lacking:
        raise Invalid("目录登记还缺必填的数据项", lacking)
