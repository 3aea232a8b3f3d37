"""Rows to be removed for good: one asks, another approves (`forgetting` carries it out).

What is delivered again stays out: rows are known by keyed digests of their keys.
"""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.datasets import DataSet, Gathered, Type
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden
from brain.kit.events import Notice, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.adapters.row_marks import Gone, gone, row_marks, typed_keys
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.retention import Erasure, ErasureState, Ground
from brain.platform.data_sets.queries import builds, erasures
from brain.platform.data_sets.service import keeping
from brain.platform.data_sets.service.catalogue import current

ERASE: Final = "data_sets.erase"
SEALED_AS: Final = "data_sets_erasure"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`rows` by the columns of the key, as text."""

    rows: Sequence[Mapping[str, str]]
    ground: Ground
    reason: str


async def ask(session: AsyncSession, node: Node, name: str, wanted: Wanted, by: str) -> Erasure:
    """Raises Conflict for a data set whose rows come from elsewhere or have no key, Invalid for bad keys."""
    data_set = (await current(session, node)).get(name)
    _require_erasable(data_set)
    named = typed_keys(data_set, wanted.rows)
    await lock(session, "data_sets", name)
    known = await erasures.of(session, name)
    sealed = known[-1].sealed_key if known else node.secrets.seal(SEALED_AS, secrets.token_bytes(32))
    version = (await builds.latest(session)).get(name)
    found = await asyncio.to_thread(node.get(Lake).count, version.files, named) if version else 0
    asked = await erasures.add(
        session,
        data_set=name,
        marks=sorted(set(row_marks(named, data_set.keys, node.secrets.open(SEALED_AS, sealed)))),
        sealed_key=sealed,
        ground=wanted.ground,
        reason=wanted.reason,
        found=found,
        asked_by=by,
    )
    await keeping.record(session, data_set, acts.ERASURE_ASKED, by, _told(asked))
    told = Notice(
        kind="todo",
        title=f"请核准：从“{data_set.title}”永久删除 {asked.rows} 行",
        title_en=f"{asked.rows} rows of {data_set.title_en} are to be erased for good",
        body=f"{by}：{wanted.reason}",
        link=f"/data-sets/{data_set.tier}/{data_set.name}",
        scope="data_sets.confirm",
        key=_key(asked),
    )
    await announce(session, told)
    return asked


async def approve(session: AsyncSession, node: Node, erasure_id: int, answer: str, by: str) -> Erasure:
    """Carried out from now on; there is no way back.

    Raises Forbidden for whoever asked, Conflict while a legal hold is on the data set or what is built of it.
    """
    erasure, data_set = await _waiting(session, node, erasure_id, by)
    await keeping.require_free(session, (await current(session, node)).built_from(erasure.data_set))
    await _decide(session, data_set, erasure, ErasureState.APPROVED, answer, by)
    await jobs.enqueue(session, ERASE, {"erasure": erasure.id}, key=str(erasure.id))
    return await erasures.get(session, erasure_id)


async def refuse(session: AsyncSession, node: Node, erasure_id: int, answer: str, by: str) -> Erasure:
    erasure, data_set = await _waiting(session, node, erasure_id, by)
    await _decide(session, data_set, erasure, ErasureState.REFUSED, answer, by)
    return await erasures.get(session, erasure_id)


async def kept_out(session: AsyncSession, node: Node, data_set: DataSet) -> Gone | None:
    """Which rows of a delivery must not come in again; None where nothing was ever erased."""
    approved = await erasures.approved(session, data_set.full_name)
    return named_by(node, data_set, approved) if approved else None


def named_by(node: Node, data_set: DataSet, approved: Sequence[Erasure]) -> Gone:
    secret = node.secrets.open(SEALED_AS, approved[0].sealed_key)
    return gone(data_set.keys, secret, frozenset[str]().union(*(erasure.marks for erasure in approved)))


def _require_erasable(data_set: DataSet) -> None:
    if not isinstance(data_set.built, Gathered):
        raise Conflict("这个数据集由其他数据构建：请对它的来源数据集提出，或在主数据中更正")
    types = {column.name: column.type for column in data_set.columns}
    if not data_set.keys or any(types[key] in {Type.NUMBER, Type.TIME} for key in data_set.keys):
        raise Conflict("这个数据集没有能准确指明一行的键，请撤回整次交付")


async def _waiting(session: AsyncSession, node: Node, erasure_id: int, by: str) -> tuple[Erasure, DataSet]:
    await lock(session, SEALED_AS, str(erasure_id))
    erasure = await erasures.get(session, erasure_id)
    if erasure.state is not ErasureState.WAITING:
        raise Conflict("这项请求已经处理过了")
    if erasure.asked_by == by:
        raise Forbidden("提出人不能核准自己的请求，请由另一位审批人员处理")
    return erasure, (await current(session, node)).get(erasure.data_set)


async def _decide(
    session: AsyncSession, data_set: DataSet, erasure: Erasure, state: ErasureState, answer: str, by: str
) -> None:
    await erasures.change(session, erasure.id, state=state, answer=answer, decided_by=by, decided_at=now())
    await announce(session, Settled(key=_key(erasure)))
    act = acts.ERASURE_APPROVED if state is ErasureState.APPROVED else acts.ERASURE_REFUSED
    await keeping.record(session, data_set, act, by, _told(erasure) | {"answer": answer})


def _key(erasure: Erasure) -> str:
    return f"data_sets.erasure/{erasure.id}"


def _told(erasure: Erasure) -> dict[str, Any]:
    return {"erasure": erasure.id, "rows": erasure.rows, "ground": erasure.ground}
