"""Names to review, where they were seen, and what people decided on them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import raw
from brain.kit.errors import NotFound
from brain.platform.governance.domain.written_names import (
    Best,
    Decision,
    DecisionKind,
    NameState,
    PastDecision,
    ReviewedName,
    Sighting,
    Wanted,
)
from brain.platform.governance.models import (
    NameDecisionRow,
    NameIndexRow,
    SightingRow,
    WrittenNameRow,
)

_STAGED: Final = "CREATE TEMPORARY TABLE governance_seen (LIKE governance_sighting) ON COMMIT DROP"
_NAMES: Final = """
INSERT INTO governance_written_name (name_key, written, region, state, score, ambiguous, first_seen_at)
SELECT DISTINCT ON (s.name_key) s.name_key, s.written, r.region, 'waiting', 0, false, now()
FROM governance_seen AS s LEFT JOIN unnest(%s::text[], %s::text[]) AS r (written, region) USING (written)
ORDER BY s.name_key, r.region IS NULL, s.rows DESC, s.written
ON CONFLICT (name_key) DO NOTHING
"""


async def note(
    session: AsyncSession, sightings: Sequence[Mapping[str, Any]], regions: Mapping[str, str]
) -> None:
    """All sightings of one delivery; names that were not known wait for candidates."""
    connection = await raw(session)
    await connection.execute(_STAGED)
    names = ("delivery", "written", "name_key", "dataset", "in_data_set", "rows", "address")
    async with connection.cursor().copy(f"COPY governance_seen ({', '.join(names)}) FROM STDIN") as rows:
        for sighting in sightings:
            await rows.write_row([sighting[name] for name in names])
    await connection.execute(_NAMES, (list(regions), list(regions.values())))
    await connection.execute("INSERT INTO governance_sighting SELECT * FROM governance_seen")
    await connection.execute("DROP TABLE governance_seen")


async def forget(session: AsyncSession, delivery: int) -> None:
    await session.execute(delete(SightingRow).where(SightingRow.delivery == delivery))


async def drop_unseen(session: AsyncSession) -> None:
    """Names that no delivery writes any longer and nobody has said anything of."""
    seen = exists().where(SightingRow.name_key == WrittenNameRow.name_key)
    said = exists().where(NameDecisionRow.name_id == WrittenNameRow.id)
    await session.execute(delete(WrittenNameRow).where(~seen, ~said))


async def decided(session: AsyncSession, keys: Iterable[str]) -> dict[str, str | None]:
    """By normalised name: the enterprise that is meant, None where none known is."""
    found = await (await raw(session)).execute(
        "SELECT name_key, credit_code FROM governance_written_name"
        " WHERE name_key = ANY(%s) AND state IN ('same', 'unknown')",
        (list(keys),),
        prepare=True,
    )
    return dict(await found.fetchall())


async def decided_spellings(session: AsyncSession, dataset: str) -> dict[str, str]:
    rows = await session.execute(
        select(SightingRow.written, WrittenNameRow.credit_code)
        .join(WrittenNameRow, WrittenNameRow.name_key == SightingRow.name_key)
        .where(
            SightingRow.dataset == dataset, SightingRow.in_data_set, WrittenNameRow.state == NameState.SAME
        )
    )
    return {row.written: row.credit_code for row in rows}


async def count_waiting(session: AsyncSession) -> int:
    """How many names are without candidates."""
    return await count(session, Wanted(state=NameState.WAITING))


async def lock_waiting(session: AsyncSession, limit: int) -> list[WrittenNameRow]:
    """Names without candidates; what another process is at is left to it."""
    rows = await session.scalars(
        select(WrittenNameRow)
        .where(WrittenNameRow.state == NameState.WAITING)
        .order_by(WrittenNameRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(rows)


async def renew(session: AsyncSession) -> None:
    """Names that were compared with an older state of the master data wait for candidates again."""
    changed = select(NameIndexRow.changed_at).scalar_subquery()
    stale = (WrittenNameRow.state == NameState.OPEN, WrittenNameRow.proposed_at < changed)
    await session.execute(update(WrittenNameRow).where(*stale).values(state=NameState.WAITING))


async def count(session: AsyncSession, wanted: Wanted) -> int:
    return await _count(session, _conditions(wanted))


async def count_acceptable(session: AsyncSession, wanted: Wanted) -> int:
    return await _count(session, _acceptable(wanted))


async def page(
    session: AsyncSession, wanted: Wanted, *, offset: int, limit: int
) -> tuple[list[ReviewedName], int]:
    """The nearest to an enterprise first."""
    rows = await session.scalars(
        select(WrittenNameRow)
        .where(*_conditions(wanted))
        .order_by(WrittenNameRow.score.desc(), WrittenNameRow.id)
        .offset(offset)
        .limit(limit)
    )
    return await _with_places(session, list(rows)), await count(session, wanted)


async def get(session: AsyncSession, name_id: int, *, locked: bool = False) -> ReviewedName:
    wanted = select(WrittenNameRow).where(WrittenNameRow.id == name_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这个待匹配的名称")
    return (await _with_places(session, [row]))[0]


async def next_open(session: AsyncSession, name: ReviewedName, dataset: str | None) -> int | None:
    """The name after this one in the order of the list."""
    score = name.best.score if name.best else 0.0
    behind = (WrittenNameRow.score < score) | (
        (WrittenNameRow.score == score) & (WrittenNameRow.id > name.id)
    )
    return await session.scalar(
        select(WrittenNameRow.id)
        .where(*_conditions(Wanted(state=NameState.OPEN, dataset=dataset)), behind)
        .order_by(WrittenNameRow.score.desc(), WrittenNameRow.id)
        .limit(1)
    )


async def sightings(session: AsyncSession, name_key: str) -> list[Sighting]:
    rows = await session.scalars(
        select(SightingRow).where(SightingRow.name_key == name_key).order_by(SightingRow.delivery.desc())
    )
    return [_sighting(row) for row in rows]


async def datasets(session: AsyncSession) -> list[str]:
    """Where names to review were written."""
    return list(await session.scalars(select(SightingRow.dataset).distinct().order_by(SightingRow.dataset)))


async def decide(session: AsyncSession, name_id: int, decision: Decision, by: str) -> None:
    told = {"kind": decision.kind, "credit_code": decision.credit_code, "score": decision.score}
    session.add(NameDecisionRow(name_id=name_id, note=decision.note, by=by, at=now(), **told))
    await session.execute(
        update(WrittenNameRow)
        .where(WrittenNameRow.id == name_id)
        .values(state=decision.kind.state, credit_code=decision.credit_code)
    )
    await session.flush()


async def history(session: AsyncSession, name_id: int) -> list[PastDecision]:
    """The newest first."""
    rows = await session.scalars(
        select(NameDecisionRow).where(NameDecisionRow.name_id == name_id).order_by(NameDecisionRow.id.desc())
    )
    return [
        PastDecision(
            kind=DecisionKind(row.kind),
            credit_code=row.credit_code,
            score=row.score,
            note=row.note,
            by=row.by,
            at=row.at,
        )
        for row in rows
    ]


async def accept_all(session: AsyncSession, wanted: Wanted, note: str, by: str) -> int:
    """Decide for the first candidate of each acceptable name; how many there were."""
    chosen = (
        update(WrittenNameRow)
        .where(*_acceptable(wanted))
        .values(state=NameState.SAME, credit_code=WrittenNameRow.best_code)
        .returning(WrittenNameRow.id, WrittenNameRow.best_code, WrittenNameRow.score)
    )
    at = now()
    values = [
        {"name_id": row.id, "kind": DecisionKind.SAME, "credit_code": row.best_code, "score": row.score}
        | {"note": note, "by": by, "at": at}
        for row in await session.execute(chosen, execution_options={"synchronize_session": False})
    ]
    if values:
        await session.execute(insert(NameDecisionRow), values)
    return len(values)


def _acceptable(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """Open names whose first candidate is told apart from the second."""
    return (*_conditions(wanted), WrittenNameRow.best_code.is_not(None), ~WrittenNameRow.ambiguous)


async def _count(session: AsyncSession, conditions: Sequence[ColumnElement[bool]]) -> int:
    counted = select(func.count()).select_from(WrittenNameRow).where(*conditions)
    return await session.scalar(counted) or 0


def _conditions(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.state is not None:
        conditions.append(WrittenNameRow.state == wanted.state)
    if wanted.dataset is not None:
        seen = exists().where(SightingRow.name_key == WrittenNameRow.name_key)
        conditions.append(seen.where(SightingRow.dataset == wanted.dataset))
    if wanted.words:
        conditions.append(WrittenNameRow.written.icontains(wanted.words, autoescape=True))
    if wanted.least_score is not None:
        conditions.append(WrittenNameRow.score >= wanted.least_score)
    return tuple(conditions)


async def _with_places(session: AsyncSession, rows: Sequence[WrittenNameRow]) -> list[ReviewedName]:
    found = await session.execute(
        select(
            SightingRow.name_key,
            func.sum(SightingRow.rows).label("rows"),
            func.array_agg(SightingRow.dataset.distinct()).label("datasets"),
        )
        .where(SightingRow.name_key.in_([row.name_key for row in rows]))
        .group_by(SightingRow.name_key)
    )
    places = {row.name_key: (int(row.rows), tuple(row.datasets)) for row in found}
    return [_reviewed(row, *places.get(row.name_key, (0, ()))) for row in rows]


def _reviewed(row: WrittenNameRow, rows: int, datasets: tuple[str, ...]) -> ReviewedName:
    return ReviewedName(
        id=row.id,
        name_key=row.name_key,
        written=row.written,
        region=row.region,
        state=NameState(row.state),
        best=_best(row),
        credit_code=row.credit_code,
        first_seen_at=row.first_seen_at,
        rows=rows,
        datasets=datasets,
    )


def _best(row: WrittenNameRow) -> Best | None:
    if row.how is None or row.best_code is None or row.best_name is None:
        return None
    told: Any = {"how": row.how, "score": row.score, "ambiguous": row.ambiguous}
    return Best(**told, credit_code=row.best_code, name=row.best_name)


def _sighting(row: SightingRow) -> Sighting:
    return Sighting(**{name: getattr(row, name) for name in Sighting.__dataclass_fields__})
