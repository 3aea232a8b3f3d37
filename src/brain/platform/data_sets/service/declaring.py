"""Data sets that people declare: one declares, another confirms the grades, then it is in force."""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.datasets import DataSet, Derived, Gathered
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract import Catalogue, Declaration, DeclarationState, Declaring
from brain.platform.data_sets.domain import acts, lineage
from brain.platform.data_sets.domain import declarations as rules
from brain.platform.data_sets.domain.grades import Decision
from brain.platform.data_sets.queries import declarations, deliveries, grades, readers
from brain.platform.data_sets.service import following, registering
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.refreshing import ask_to_refresh


async def declare(session: AsyncSession, node: Node, wanted: Declaring, by: str) -> Declaration:
    """A data set, or the next revision of one; it waits for a reviewer.

    Raises Invalid for what does not hold together, Conflict for a name that the program itself uses.
    """
    data_set = wanted.data_set
    name = data_set.full_name
    rules.check(data_set)
    if name in node.get(Catalogue).by_name:
        raise Conflict(f"{name} 是平台自带的数据集，请换一个名称")
    await lock(session, "data_sets", name)
    _require_whole(await current(session, node), data_set)
    past = await declarations.history(session, name)
    before = _in_force(past)
    waiting = next((each for each in past[:1] if each.state is DeclarationState.WAITING), None)
    if same := next((each for each in (waiting, before) if each and each.data_set == data_set), None):
        return same
    if before and await deliveries.of(session, name):
        rules.check_revision(before.data_set, data_set)
    if waiting:
        await declarations.decide(session, waiting, DeclarationState.REPLACED, by, None)
    declared = await declarations.add(session, data_set, by)
    if wanted.findings:
        await grades.find(session, name, 0, wanted.findings)
    await _announce_waiting(session, declared)
    return declared


async def _announce_waiting(session: AsyncSession, declared: Declaration) -> None:
    data_set, by = declared.data_set, declared.declared_by
    await _record(session, declared, acts.DECLARED, by)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"数据集“{data_set.title}”待确认分级",
            title_en=f"Grades of data set {data_set.title_en} await confirmation",
            body=f"{by} 登记了 {data_set.full_name}，请核对每列的级别",
            link=_link(data_set),
            scope="data_sets.confirm",
            key=_key(data_set.full_name),
        ),
    )


async def confirm(session: AsyncSession, name: str, levels: Mapping[str, int], by: str) -> Declaration:
    """In force from now on. `levels` by column, those left out as declared.

    Raises Forbidden for whoever declared it, Invalid for a level that is none of the data set's.
    """
    declaration = await _waiting(session, name, by)
    data_set = declaration.data_set
    if unknown := levels.keys() - {column.name for column in data_set.columns}:
        raise Invalid(f"没有“{'、'.join(sorted(unknown))}”这一列")
    found = await grades.found(session, name)
    before = (await grades.decided(session)).get(name, {})
    decided = [
        Decision(
            column=column.name,
            level=levels.get(column.name, column.level),
            personal=column.personal,
            seen_level=found[column.name].level if column.name in found else 0,
            category=before[column.name].category if column.name in before else None,
            reason="确认登记" if levels.get(column.name, column.level) == column.level else "确认时改正",
            by=by,
            at=now(),
        )
        for column in data_set.columns
        if column.name not in before or not before[column.name].locked
    ]
    low = [each for each in decided if each.personal and each.level < rules.PERSONAL_LEVEL]
    if low:
        raise Invalid(f"个人信息至少为 {rules.PERSONAL_LEVEL} 级：{'、'.join(each.column for each in low)}")
    await grades.decide(session, name, decided)
    await following.tell_declaration(session, data_set, f"第 {declaration.revision} 次登记经确认生效")
    confirmed = await declarations.decide(session, declaration, DeclarationState.CONFIRMED, by, None)
    await _decided(session, confirmed, acts.CONFIRMED, f"数据集“{data_set.title}”已确认，可以导入数据", by)
    await ask_to_refresh(session)
    return confirmed


async def refuse(session: AsyncSession, name: str, reason: str, by: str) -> Declaration:
    declaration = await _waiting(session, name, by)
    refused = await declarations.decide(session, declaration, DeclarationState.REFUSED, by, reason)
    title = f"数据集“{declaration.data_set.title}”没有通过：{reason}"
    await _decided(session, refused, acts.REFUSED, title, by)
    return refused


async def retire(session: AsyncSession, node: Node, name: str, reason: str, by: str) -> None:
    """No longer listed, built or asked; what was delivered and built stays in the lake.

    Raises Conflict while other data sets are built from it, or somebody reads it.
    """
    await lock(session, "data_sets", name)
    catalogue = await current(session, node)
    in_force = _in_force(await declarations.history(session, name))
    if in_force is None:
        raise NotFound(f"没有登记名为 {name} 的数据集")
    if users := [other for other, inputs in catalogue.needs.items() if name in inputs]:
        raise Conflict(f"{'、'.join(users)} 由它构建，不能停用")
    if reading := await readers.of(session, [name]):
        raise Conflict(f"{'、'.join(reader.title for reader in reading)}正在读它，请先在那里停止")
    await declarations.decide(session, in_force, DeclarationState.RETIRED, by, reason)
    await registering.end(session, node, name, reason, by)
    await _record(session, in_force, acts.RETIRED, by, {"reason": reason})


async def waiting(session: AsyncSession) -> Sequence[Declaration]:
    return await declarations.waiting(session)


async def gathered(session: AsyncSession, node: Node) -> list[DataSet]:
    """Those that take deliveries."""
    catalogue = await current(session, node)
    return [data_set for data_set in catalogue.in_order if isinstance(data_set.built, Gathered)]


def _in_force(past: Sequence[Declaration]) -> Declaration | None:
    """Of revisions, the newest first."""
    settled = (DeclarationState.CONFIRMED, DeclarationState.RETIRED)
    newest = next((each for each in past if each.state in settled), None)
    return newest if newest and newest.state is DeclarationState.CONFIRMED else None


def _require_whole(catalogue: Catalogue, data_set: DataSet) -> None:
    """The catalogue with it holds together."""
    others = [each for each in catalogue.in_order if each.full_name != data_set.full_name]
    try:
        Catalogue([*others, data_set])
    except ValueError as error:
        raise Invalid(f"不能这样登记：{error}") from error
    if isinstance(data_set.built, Derived):
        lineage.require_inherited(data_set, data_set.built.statement, catalogue.by_name)


async def _waiting(session: AsyncSession, name: str, by: str) -> Declaration:
    await lock(session, "data_sets", name)
    past = await declarations.history(session, name)
    if not past or past[0].state is not DeclarationState.WAITING:
        raise NotFound(f"{name} 没有待确认的登记")
    if past[0].declared_by == by:
        raise Forbidden("登记人不能确认自己的登记，请由另一位审批人员确认")
    return past[0]


async def _decided(session: AsyncSession, declaration: Declaration, act: Act, title: str, by: str) -> None:
    name = declaration.data_set.full_name
    await announce(session, Settled(key=_key(name)))
    await _record(session, declaration, act, by, {"reason": declaration.reason})
    told = Notice(
        kind="message",
        title=title,
        title_en=f"Data set {declaration.data_set.title_en}: {declaration.state}",
        link=_link(declaration.data_set),
        scope="data_sets.declare",
    )
    await announce(session, told)


async def _record(
    session: AsyncSession,
    declaration: Declaration,
    act: Act,
    by: str,
    more: Mapping[str, object] | None = None,
) -> None:
    data_set = declaration.data_set
    details = {"revision": declaration.revision, **(more or {})}
    target = f"{data_set.tier}/{data_set.name}"
    await announce(session, Recorded(act=act, target=target, title=data_set.title, actor=by, details=details))


def _key(name: str) -> str:
    return f"data_sets.confirm/{name}"


def _link(data_set: DataSet) -> str:
    return f"/data-sets/{data_set.tier}/{data_set.name}"
