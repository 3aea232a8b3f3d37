"""The changes of a configuration, done by the services that people's pages use."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Invalid
from brain.kit.http import sentence
from brain.kit.node import Node
from brain.platform.factory_link.gateway.service import consenting
from brain.platform.gateway_configuration.gateway.service.standing import sealing_key
from brain.platform.gateway_configuration.protocol import sealing
from brain.platform.gateway_configuration.protocol.documents import (
    AddPoints,
    AddSource,
    ChangePoint,
    ChangeSource,
    Configuration,
    PointTraits,
    SetStore,
    SwitchPoint,
    SwitchSource,
    WithdrawConsent,
    WrittenPoint,
)
from brain.platform.shop_floor.contract import Plan, Point
from brain.platform.shop_floor.service import configuring, points, sources, storing, watching

_ELSEWHERE: Final = frozenset({"address", "equipment"})


@dataclass(frozen=True)
class Course:
    """One configuration being applied. `by`: as whom the changes are recorded."""

    session: AsyncSession
    node: Node
    told: Configuration
    by: str
    key: X25519PrivateKey

    def secret(self, sealed: str | None, source: str) -> str | None:
        if sealed is None:
            return None
        return sealing.open_sealed(sealed, self.key, self.told.gateway, self.told.number, source)


async def apply(session: AsyncSession, node: Node, told: Configuration, by: str) -> None:
    """All changes in order. Raises a Refusal at the first that cannot be; the caller takes back the rest."""
    course = Course(session, node, told, by, sealing_key(node))
    for at, change in enumerate(told.changes, 1):
        try:
            await _DO[type(change)](course, change)
        except Invalid as refused:
            fields = "；".join(each["message"] for each in refused.details["fields"])
            raise Invalid(
                f"第 {at} 项改动：{refused.message}{f'（{fields}）' if fields else ''}"
            ) from refused
        except ValidationError as wrong:  # settings and addresses are read by the driver of their protocol
            first = wrong.errors()[0]
            place = "/".join(str(each) for each in first["loc"])
            raise Invalid(f"第 {at} 项改动：来源或地址的设置不对：{place} {sentence(first)}") from wrong


async def _add_source(course: Course, change: AddSource) -> None:
    settings = sources.settings_of(change.settings)
    secret = course.secret(change.secret, change.name)
    row = await sources.add(course.session, course.node, change.name, settings, secret, course.by)
    await _add(course, row.id, change.points)


async def _change_source(course: Course, change: ChangeSource) -> None:
    row = await configuring.source_named(course.session, change.name)
    told = row.settings if change.settings is None else {"kind": row.settings["kind"]} | change.settings
    await sources.change(
        course.session, course.node, row.id, change.new_name or change.name, sources.settings_of(told),
        course.secret(change.secret, change.name), course.by,
    )  # fmt: skip


async def _switch_source(course: Course, change: SwitchSource) -> None:
    row = await configuring.source_named(course.session, change.name)
    await sources.switch(course.session, row.id, course.by, on=change.on)


async def _add_points(course: Course, change: AddPoints) -> None:
    row = await configuring.source_named(course.session, change.source)
    await _add(course, row.id, change.points)


async def _add(course: Course, source_id: int, written: list[WrittenPoint]) -> None:
    plans = [await _plan(course, each) for each in written]
    if plans:
        await points.add(course.session, source_id, plans, course.by)


async def _plan(course: Course, written: WrittenPoint) -> Plan:
    told = written.model_dump(exclude={"address", "equipment", "code"})
    equipment = written.equipment
    return Plan(
        point=Point(number=0, code=written.code or "", **told),
        address=written.address,
        equipment_id=None
        if equipment is None
        else await configuring.equipment_coded(course.session, equipment),
    )


async def _change_point(course: Course, change: ChangePoint) -> None:
    number, plan = await configuring.point_coded(course.session, change.code)
    told = change.to.model_dump(exclude_unset=True)
    if told.get("title", "") is None:
        raise Invalid(f"测点“{change.code}”的名称不能为空")
    await _keep_consent(course, number, plan, change.to)
    point = replace(plan.point, **{name: value for name, value in told.items() if name not in _ELSEWHERE})
    equipment_id = plan.equipment_id
    if "equipment" in told:
        code = told["equipment"]
        equipment_id = None if code is None else await configuring.equipment_coded(course.session, code)
    wanted = Plan(point=point, address=told.get("address") or plan.address, equipment_id=equipment_id)
    await points.change(course.session, number, wanted, course.by)


async def _keep_consent(course: Course, number: int, plan: Plan, to: PointTraits) -> None:
    """What leaves the factory is never more than its owner consented to at the gateway."""
    told = to.model_fields_set
    if "level" in told and to.level < plan.point.level:
        raise Invalid(f"测点“{plan.point.code}”的敏感级别只能在网关上调低：调低会放宽同意")
    moved = "address" in told and to.address is not None and to.address != plan.address
    if moved and number in await consenting.consented(course.session):
        raise Invalid(f"测点“{plan.point.code}”已同意共享，远程不能改它的地址：请另立一个测点")


async def _switch_point(course: Course, change: SwitchPoint) -> None:
    number, _ = await configuring.point_coded(course.session, change.code)
    done = points.revive if change.on else points.retire
    await done(course.session, number, course.by)


async def _set_store(course: Course, change: SetStore) -> None:
    await watching.set_limits(course.session, storing.Limits(change.budget, change.days), course.by)


async def _withdraw(course: Course, change: WithdrawConsent) -> None:
    await consenting.withdraw(course.session, change.consent, change.reason, course.by)


_DO: Final[dict[type[Any], Callable[[Course, Any], Awaitable[None]]]] = {
    AddSource: _add_source,
    ChangeSource: _change_source,
    SwitchSource: _switch_source,
    AddPoints: _add_points,
    ChangePoint: _change_point,
    SwitchPoint: _switch_point,
    SetStore: _set_store,
    WithdrawConsent: _withdraw,
}
