"""Use cases of governance: whom a written name means, the index of names behind it; what columns hold."""

import asyncio
from collections.abc import Iterable, Sequence

import numpy as np
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.jobs import enqueue
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise, Family, NamedEnterprise, RecordsChanged
from brain.platform.governance import queries
from brain.platform.governance.algorithm import name_index
from brain.platform.governance.algorithm.columns import identify_column
from brain.platform.governance.contract import ColumnFinding, NameCandidate, NameMatch
from brain.platform.governance.domain.names import WrittenName, agreements, matching_text
from brain.platform.governance.queries import IndexedName, written_names
from brain.reference.enterprise_name import name_key

INDEX_NAMES = "governance.index_names"
BATCH = 20_000


async def match(session: AsyncSession, name: str, region: str | None = None, limit: int = 5) -> NameMatch:
    """The enterprises a written name may mean, best first: of that name, decided by people, else near it.

    `region` (GB/T 2260) is where the writer says the enterprise is: it decides between namesakes.
    """
    found = await compare(session, name, region, limit)
    if found.certain is not None:
        return found
    key = name_key(name)
    decided = await written_names.decided(session, [key])
    if key not in decided:
        return found
    code = decided[key]
    meant = (await data_warehouse.get_many(session, [code])).values() if code else ()
    return NameMatch(
        how="decided", candidates=_same(WrittenName.read(name, region), meant, None), ambiguous=False
    )


async def compare(session: AsyncSession, name: str, region: str | None, limit: int) -> NameMatch:
    """`match` without what people decided on the name."""
    written = WrittenName.read(name, region)
    lookup = await data_warehouse.get_by_name(session, name)
    if not lookup.how:
        return await _near(session, written, limit)
    rated = [(written.region_credit(found.credit_code), found) for found in lookup.enterprises]
    rated.sort(key=lambda pair: -pair[0])
    return NameMatch(
        how=lookup.how,
        candidates=_same(
            written, [found for _, found in rated[:limit]], name if lookup.how == "former" else None
        ),
        ambiguous=len(rated) > 1 and rated[0][0] == rated[1][0],
    )


def _same(
    written: WrittenName, enterprises: Iterable[Enterprise], former_name: str | None
) -> tuple[NameCandidate, ...]:
    return tuple(
        NameCandidate(
            credit_code=found.credit_code,
            name=found.name,
            matched_name=former_name or found.name,
            score=1.0,
            parts=agreements(written, found.name, found.credit_code),
        )
        for found in enterprises
    )


async def _near(session: AsyncSession, written: WrittenName, limit: int) -> NameMatch:
    nothing = NameMatch(how=None, candidates=(), ambiguous=False)
    counted = await queries.statistics(session)
    probe = name_index.probe(written.text, counted) if counted else None
    if counted is None or probe is None:
        return nothing
    near = await queries.candidates(session, probe)
    scores = name_index.scores(
        written, [name.text for name in near], [name.credit_code for name in near], counted
    )
    rated = name_index.firsts(scores, [name.credit_code for name in near], limit + 1)
    if not rated:
        return nothing
    best = [(score, near[place]) for score, place in rated[:limit]]
    return NameMatch(
        how="fuzzy",
        candidates=tuple(await _candidates(session, written, best)),
        ambiguous=name_index.is_ambiguous(rated),
    )


async def _candidates(
    session: AsyncSession, written: WrittenName, rated: Sequence[tuple[float, IndexedName]]
) -> list[NameCandidate]:
    former = [name.credit_code for _, name in rated if name.former]
    renamed = await data_warehouse.get_many(session, former) if former else {}
    return [
        NameCandidate(
            credit_code=name.credit_code,
            name=renamed[name.credit_code].name if name.former else name.name,
            matched_name=name.name,
            score=score,
            parts=agreements(written, name.name, name.credit_code),
        )
        for score, name in rated
    ]


async def index_names(session: AsyncSession, enterprises: Sequence[NamedEnterprise]) -> None:
    """Make the names of these enterprises findable, and those that they no longer bear unfindable."""
    _, counted = await queries.lock_index(session)
    names, grams = await asyncio.to_thread(_indexed, enterprises)
    removed = await queries.remove_names(session, [enterprise.credit_code for enterprise in enterprises])
    await queries.add_names(session, names, grams)
    await queries.save_index(
        session,
        max(enterprise.revision for enterprise in enterprises),
        counted.changed_by(len(names) - len(removed), _joined(grams), _joined(removed)),
    )


async def index_next(session: AsyncSession) -> bool:
    """Follow the master data by one batch; False when nothing is left."""
    revision, _ = await queries.lock_index(session)
    enterprises = await data_warehouse.names_since(session, revision, BATCH)
    if enterprises:
        await index_names(session, enterprises)
    else:
        await queries.merge_pending(session)
    return bool(enterprises)


async def hear_records_changed(session: AsyncSession, changed: RecordsChanged) -> None:
    if changed.family is Family.BASIC:
        await enqueue(session, INDEX_NAMES, {}, key="follow")


def _indexed(enterprises: Sequence[NamedEnterprise]) -> tuple[list[IndexedName], list[name_index.Ints]]:
    names = [
        IndexedName(credit_code=enterprise.credit_code, name=name, former=former, text=matching_text(name))
        for enterprise in enterprises
        for former, borne in ((False, [enterprise.name]), (True, enterprise.former_names or []))
        for name in borne
    ]
    return names, name_index.gram_sets([name.text for name in names])


def _joined(grams: Sequence[name_index.Ints]) -> name_index.Ints:
    return np.concatenate([np.zeros(0, np.int64), *grams])


def identify_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str | None]]
) -> list[ColumnFinding | None]:
    """For each column of a sample what it most likely holds."""
    return [identify_column(header, [row[place] for row in rows]) for place, header in enumerate(headers)]
