"""How sensitive the factory holds each field of its records to be; a rise counts at once."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.kit.events import Recorded, announce
from brain.platform.identity.contract import Caller
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.gateway.domain import acts, grades
from brain.platform.record_sharing.gateway.models import FieldGradeRow


async def levels(session: AsyncSession) -> dict[str, dict[str, int]]:
    """By kind and field."""
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for row in await session.scalars(select(FieldGradeRow)):
        told[row.kind][row.field] = row.level
    return {
        kind.name: {
            field.name: told[kind.name].get(field.name, grades.initial(kind.name, field.name))
            for field in kind.fields
        }
        for kind in KINDS.values()
    }


async def grade(session: AsyncSession, kind: str, field: str, level: int, by: Caller) -> None:
    if kind not in KINDS or field not in KINDS[kind].by_name:
        raise NotFound("没有这个字段")
    before = (await levels(session))[kind][field]
    if before == level:
        return
    told = {"level": level, "set_by": by.username, "set_at": now()}
    statement = insert(FieldGradeRow).values(kind=kind, field=field, **told)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["kind", "field"], set_=told),
    )
    title = f"{KINDS[kind].title}·{KINDS[kind].by_name[field].title}"
    await announce(
        session,
        Recorded(
            act=acts.GRADED,
            target=f"{kind}.{field}",
            title=title,
            actor=by.username,
            details={"before": before, "after": level},
        ),
    )
