"""A language model asked about a data set: it proposes, a person decides, nothing is raised by itself."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final, get_args

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.acts import Act
from brain.kit.db import lock
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.service import grading as decisions
from brain.platform.data_sets.service import reading
from brain.platform.governance.contract import IdentifierKind
from brain.platform.grading.adapters import language_model
from brain.platform.grading.adapters.language_model import Answer, NotAnswered
from brain.platform.grading.contract import Graded, GradedColumn, ModelEndpoint
from brain.platform.grading.domain import acts
from brain.platform.grading.domain.opinions import (
    HIGHEST,
    Advice,
    AdviceState,
    Opinion,
    OpinionState,
    Shown,
    raised,
    shapes,
    weigh,
)
from brain.platform.grading.queries import opinions
from brain.platform.grading.service import book

KINDS: Final = frozenset(get_args(IdentifierKind))
SAMPLED: Final = 500  # rows whose shapes are shown
_LONGEST_NAME: Final = 200  # characters


def endpoint(node: Node) -> ModelEndpoint | None:
    """None: no language model is configured, two layers do the work."""
    return node.provided.get(ModelEndpoint)


async def newest(session: AsyncSession, node: Node, name: str) -> Opinion | None:
    """What was asked last about a data set. Raises NotFound."""
    await reading.described(session, node, name)
    return await opinions.newest(session, name)


async def ask(session: AsyncSession, node: Node, name: str, by: str) -> Opinion | None:
    """Once for each version and model; again after a failure.

    Raises Conflict without a model, a version, or a column that could be raised.
    """
    model = endpoint(node)
    if model is None:
        raise Conflict(
            "没有配置语言模型：请运维人员设置 BRAIN_LANGUAGE_MODEL__URL 与 BRAIN_LANGUAGE_MODEL__MODEL"
        )
    await lock(session, "grading.opinion", name)
    graded = await book.one(session, node, name)
    if graded.version is None:
        raise Conflict("还没有版本，没有可看的取值")
    if not _open(graded):
        raise Conflict(f"各列都已在 {HIGHEST} 级或以上，语言模型不能再提高")
    number = await opinions.ask(session, name, graded.version.number, model.model, by)
    if number is not None:
        await jobs.enqueue(session, "grading.ask_model", {"opinion": number}, key=str(number))
        details = {"version": graded.version.number, "model": model.model}
        await _record(session, acts.MODEL_ASKED, graded, by, details)
    return await opinions.newest(session, name)


async def answer(node: Node, number: int) -> None:
    """Ask the model; what it answers, or why it did not, is kept. No transaction is open meanwhile."""
    async with node.database.transaction() as session:
        opinion = await opinions.one(session, number)
        if opinion.state is not OpinionState.WAITING:
            return
        graded = await _found(session, node, opinion.data_set)
    found = await _answer(node, opinion, graded)
    async with node.database.transaction() as session:
        await lock(session, "grading.opinion", opinion.data_set)
        if (await opinions.one(session, number)).state is not OpinionState.WAITING:
            return
        if isinstance(found, str):
            await opinions.failed(session, number, found)
            return
        after = await book.one(session, node, opinion.data_set)
        held = {each.column.name: _held(each) for each in _open(after)}
        weighed = weigh(found.said, held, KINDS)
        dropped = weighed.dropped + found.unread
        await opinions.answered(session, number, weighed.raises, weighed.agreed, dropped)
        await _tell(session, after)


async def accept(session: AsyncSession, node: Node, number: int, reason: str, by: str) -> Opinion:
    """The column gets the proposed level, or keeps a higher one. Raises NotFound, Conflict if refused."""
    opinion, advice = await opinions.advised(session, number)
    if not _is_new(advice, AdviceState.ACCEPTED):
        return opinion
    graded = await book.one(session, node, opinion.data_set)
    column = next((each for each in graded.columns if each.column.name == advice.column), None)
    if column is None:
        raise NotFound(f"{opinion.data_set} 没有“{advice.column}”这一列")
    decided = column.decided
    grade = decisions.Grade(
        column=advice.column,
        level=raised(_held(column), advice.level),
        personal=column.column.personal or (decided is None and column.proposed.personal),
        reason=reason,
        category=None if decided else column.proposed.category,
        locked=decided is not None and decided.locked,
    )
    await decisions.decide(session, node, opinion.data_set, grade, by)
    return await _decided(session, graded, advice, AdviceState.ACCEPTED, reason, by)


async def refuse(session: AsyncSession, node: Node, number: int, reason: str, by: str) -> Opinion:
    """The column stays as it is. Raises NotFound, Conflict if accepted."""
    opinion, advice = await opinions.advised(session, number)
    if not _is_new(advice, AdviceState.REFUSED):
        return opinion
    graded = await book.one(session, node, opinion.data_set)
    return await _decided(session, graded, advice, AdviceState.REFUSED, reason, by)


async def _found(session: AsyncSession, node: Node, name: str) -> Graded | None:
    try:
        return await book.one(session, node, name)
    except NotFound:
        return None


async def _answer(node: Node, opinion: Opinion, graded: Graded | None) -> Answer | str:
    """What the model said, or the problem."""
    model = endpoint(node)
    if model is None or model.model != opinion.model:
        return "配置的语言模型已经换了或关了，请重新提出"
    if graded is None or graded.version is None or graded.version.number != opinion.version:
        return "数据集已有新的版本或不再存在，请重新提出"
    columns = await asyncio.to_thread(_shown, node, graded, graded.version)
    try:
        return await language_model.ask(model, graded.data_set.title[:_LONGEST_NAME], columns, KINDS)
    except NotAnswered as error:
        return str(error)


def _shown(node: Node, graded: Graded, version: Version) -> Sequence[Shown]:
    columns = [each.column for each in _open(graded)]
    rows = reading.rows(node, graded.data_set, version).select(each.name for each in columns)
    head = rows.head(SAMPLED).cast(pl.String).collect()
    return [
        Shown(
            name=each.name,
            title=each.title[:_LONGEST_NAME],
            type=str(each.type),
            shapes=shapes(head[each.name].drop_nulls()),
        )
        for each in columns
    ]


def _open(graded: Graded) -> list[GradedColumn]:
    """The columns that a model could still raise; of the others it hears nothing."""
    return [each for each in graded.columns if _held(each) < HIGHEST]


def _held(column: GradedColumn) -> int:
    """What rules, small model and people say of a column, the strictest of them."""
    found = column.finding.level if column.finding else 1
    return max(column.column.level, column.proposed.level if column.decided is None else 1, found)


def _is_new(advice: Advice, wanted: AdviceState) -> bool:
    """Raises Conflict where the opposite was decided."""
    if advice.state not in {AdviceState.WAITING, wanted}:
        raise Conflict("这条建议已由另一个决定了结，请在各列中定级")
    return advice.state is AdviceState.WAITING


async def _decided(
    session: AsyncSession, graded: Graded, advice: Advice, state: AdviceState, reason: str, by: str
) -> Opinion:
    await opinions.decide(session, advice.id, state, by, reason)
    act = acts.ADVICE_ACCEPTED if state is AdviceState.ACCEPTED else acts.ADVICE_REFUSED
    details = {"column": advice.column, "level": advice.level, "advice": advice.reason, "reason": reason}
    await _record(session, act, graded, by, details)
    await _tell(session, graded)
    opinion, _ = await opinions.advised(session, advice.id)
    return opinion


async def _tell(session: AsyncSession, graded: Graded) -> None:
    """A to-do for reviewers while the newest opinion has proposals that wait."""
    data_set = graded.data_set
    key = f"grading.advice/{data_set.full_name}"
    opinion = await opinions.newest(session, data_set.full_name)
    waiting = [each.column for each in opinion.advice if each.state == "waiting"] if opinion else []
    if not waiting:
        await announce(session, Settled(key=key))
        return
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"语言模型建议提高“{data_set.title}”{len(waiting)} 列的级别",
            title_en=f"Higher grades proposed for {len(waiting)} columns of {data_set.title_en}",
            body="建议本身不改变级别；请核对理由，采纳或不采纳",
            link=f"/grading/{data_set.tier}/{data_set.name}",
            scope="data_sets.confirm",
            key=key,
        ),
    )


async def _record(session: AsyncSession, act: Act, graded: Graded, by: str, details: dict[str, Any]) -> None:
    data_set = graded.data_set
    target = f"{data_set.tier}/{data_set.name}"
    await announce(session, Recorded(act=act, target=target, title=data_set.title, actor=by, details=details))
