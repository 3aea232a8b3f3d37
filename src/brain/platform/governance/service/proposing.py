"""Enterprises proposed for the names that wait: a question each while they are few, in batches once many."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.governance import queries, service
from brain.platform.governance.algorithm.name_register import NameRegister
from brain.platform.governance.domain.names import WrittenName
from brain.platform.governance.domain.written_names import Best, NameState
from brain.platform.governance.models import WrittenNameRow
from brain.platform.governance.queries import written_names
from brain.platform.governance.service.matching import CANDIDATES
from brain.reference.enterprise_name import name_key

ASKED_AT_ONCE: Final = 200
READ_AT_ONCE: Final = 5_000
WORTH_READING: Final = 1_000  # reading the index costs about as much as asking for a thousandth of its names


@dataclass(frozen=True, kw_only=True)
class HeldRegister:
    register: NameRegister
    read_at: datetime


async def held_register(session: AsyncSession) -> HeldRegister | None:
    """The whole index in memory; None where too few names wait for it."""
    waiting, read_at = await written_names.count_waiting(session), now()
    counted = await queries.statistics(session)
    if counted is None or waiting * WORTH_READING < counted.names or not counted.names:
        return None
    codes, names, texts = await queries.all_names(session)
    register = await asyncio.to_thread(NameRegister.of, codes, names, texts, counted)
    return HeldRegister(register=register, read_at=read_at)


async def propose_next(session: AsyncSession, held: HeldRegister | None) -> bool:
    """Compare one batch of names with the master data; False when none waits."""
    rows = await written_names.lock_waiting(session, READ_AT_ONCE if held else ASKED_AT_ONCE)
    for row in await _read(session, held, rows) if held else rows:
        found = await service.compare(session, row.written, row.region, CANDIDATES)
        first = found.candidates[0] if found.candidates else None
        best = None
        if first and found.how:
            best = Best(
                how=found.how,
                score=first.score,
                ambiguous=found.ambiguous,
                credit_code=first.credit_code,
                name=first.name,
            )
        _propose(row, best, now())
    return bool(rows)


async def renew(session: AsyncSession) -> None:
    """Compare names again that were compared before the master data changed."""
    await written_names.renew(session)


async def _read(
    session: AsyncSession, held: HeldRegister, rows: Sequence[WrittenNameRow]
) -> list[WrittenNameRow]:
    """Propose the nearest of the register; returns the names to be asked for all the same: those that an
    enterprise bears by now, and those nearest to an enterprise that went."""
    written = [WrittenName.read(row.written, row.region) for row in rows]
    found = await asyncio.to_thread(held.register.nearest, written)
    known = await data_warehouse.get_many(session, sorted({near.credit_code for near in found if near}))
    unsure = []
    for row, near in zip(rows, found, strict=True):
        if near is None:
            _propose(row, None, held.read_at)
        elif name_key(row.written) in map(name_key, near.same) or near.credit_code not in known:
            unsure.append(row)
        else:
            best = Best(
                how="fuzzy",
                score=near.score,
                ambiguous=near.ambiguous,
                credit_code=near.credit_code,
                name=known[near.credit_code].name,
            )
            _propose(row, best, held.read_at)
    return unsure


def _propose(row: WrittenNameRow, best: Best | None, at: datetime) -> None:
    row.how, row.score, row.ambiguous = (best.how, best.score, best.ambiguous) if best else (None, 0.0, False)
    row.best_code, row.best_name = (best.credit_code, best.name) if best else (None, None)
    row.state, row.proposed_at = NameState.OPEN, at
