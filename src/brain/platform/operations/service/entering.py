"""What people enter by hand, and withdraw again."""

from collections.abc import Mapping
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.platform.operations.domain import acts
from brain.platform.operations.domain.fields import RecordKind
from brain.platform.operations.domain.reading import WrongRow, read
from brain.platform.operations.models import RecordRow, SystemRow
from brain.platform.operations.queries import records
from brain.platform.operations.service import recording

PEOPLE: Final = "填报与导入"


async def people(session: AsyncSession) -> int:
    """The number of the system that stands for what the factory's own people tell."""
    await session.execute(
        insert(SystemRow)
        .values(
            name=PEOPLE,
            settings={"kind": "people"},
            enabled=False,
            revision=1,
            changed_by="",
            changed_at=now(),
        )
        .on_conflict_do_nothing(index_elements=["name"])
    )
    return int(await session.scalar(select(SystemRow.id).where(SystemRow.name == PEOPLE)) or 0)


async def enter(
    session: AsyncSession, kind: RecordKind, cells: Mapping[str, Any], by: str
) -> tuple[RecordRow, str]:
    """Without a number it gets one. Raises Invalid at the fields."""
    told = dict(cells)
    if unknown := [name for name in told if name not in kind.by_name]:
        raise Invalid("有不认识的字段", [{"loc": f"/body/cells/{unknown[0]}", "message": "没有这个字段"}])
    if told.get("key") in {None, ""}:
        told["key"] = f"{now():%Y%m%d%H%M%S}-{token_hex(2)}"
    try:
        key = read(kind, told).key
    except WrongRow as error:
        fields = error.problems
        raise Invalid(
            "填报有误",
            [{"loc": f"/body/cells/{each['loc']}", "message": each["message"]} for each in fields],
        ) from error
    system_id = await people(session)
    outcome = await recording.keep(session, system_id, kind, [told])
    if outcome.older:
        raise Conflict("已有更新的内容")
    row = (await records.current(session, system_id, kind.name, [key]))[key]
    if outcome.kept:
        act = Recorded(act=acts.ENTERED, target=str(row.number), title=f"{kind.title} {key}", actor=by)
        await announce(session, act)
    return row, PEOPLE


async def withdraw(session: AsyncSession, number: int, by: str) -> None:
    """Raises Conflict for what came from a business system, or is not the current revision."""
    await records.in_order(session)
    row, system = await records.one(session, number)
    if system != PEOPLE:
        raise Conflict(f"这条记录来自“{system}”，请在那里改")
    if row.withdrawn:
        return
    if not row.current:
        raise Conflict("这条记录已有更新的修订，请打开最新的再撤回")
    await recording.restate(session, row, None)
    await announce(session, Recorded(act=acts.WITHDRAWN, target=str(row.number), title=row.key, actor=by))
