"""Rules of quality made on a page: one changes, another confirms what is grave, then it is in force."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import today
from brain.kit.datasets import DataSet
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.rules import (
    ChangeState,
    Definition,
    RuleChange,
    check_overrule,
    needs_confirmation,
)
from brain.platform.data_sets.queries import builds, declarations, rules
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.refreshing import ask_to_refresh
from brain.platform.governance.contract import BrokenRule, ReadRule
from brain.platform.governance.service import quality

Origin = Literal["code", "declared", "page"]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A rule that holds or, `off`, held once; `change` made it so, the newest version has it `broken`."""

    rule: ReadRule
    origin: Origin
    off: bool
    change: RuleChange | None
    waiting: RuleChange | None
    broken: BrokenRule | None


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """The rules of a data set, the changes that wait for a new rule, and every change, newest first."""

    data_set: DataSet
    version: Version | None
    standing: Sequence[Standing]
    asked: Sequence[RuleChange]
    history: Sequence[RuleChange]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`rule` names the one to be changed, none for a new one; without `definition` it is switched off."""

    rule: str | None
    definition: Mapping[str, Any] | None
    until: date | None
    reason: str


async def rulebook(session: AsyncSession, node: Node, name: str) -> Rulebook:
    data_set = (await current(session, node)).get(name)
    history = await rules.history(session, name)
    version = (await builds.latest(session)).get(name)
    broken = {each.name: each for each in version.quality.broken} if version and version.quality else {}
    declared, origin = await _declared(session, node, name)
    holding = {rule["name"]: rule for rule in data_set.rules}
    last = _newest(history, ChangeState.IN_FORCE)
    waiting = _newest(history, ChangeState.WAITING)
    known = {**_written_before(history), **declared, **holding}
    return Rulebook(
        data_set=data_set,
        version=version,
        standing=[
            Standing(
                rule=quality.read_rule(rule),
                origin=origin if name in declared else "page",
                off=name not in holding,
                change=last.get(name),
                waiting=waiting.get(name),
                broken=broken.get(name) if name in holding else None,
            )
            for name, rule in known.items()
        ],
        asked=[each for rule, each in waiting.items() if rule not in known],
        history=history,
    )


async def change(session: AsyncSession, node: Node, name: str, wanted: Wanted, by: str) -> RuleChange:
    """In force from the next build on, or once another person has confirmed it; told again it is the same.

    Raises Invalid for a rule that does not fit the data set, or changes what only the program may.
    """
    await lock(session, "data_sets", name)
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    history = await rules.history(session, name)
    declared, origin = await _declared(session, node, name)
    known = {**_written_before(history), **declared}
    before = {rule["name"]: rule for rule in data_set.rules}
    if wanted.rule is not None and wanted.rule not in known:
        raise NotFound(f"{name} 没有名为 {wanted.rule} 的规则")
    rule = wanted.rule or _free_name(wanted.definition, known.keys() | {each.rule for each in history})
    after = _read(data_set, wanted.definition, rule)
    if same := _same(history, rule, after, wanted):
        return same
    if rule in declared and origin == "code":
        check_overrule(quality.read_rule(declared[rule]).definition, after, wanted.until, today())
    elif wanted.until is not None:
        raise Invalid("只有平台自带的规则降为提醒时写截止日期")
    _require_whole(catalogue, data_set, rule, after)
    held = quality.read_rule(before[rule]).definition if rule in before else None
    waits = needs_confirmation(held, after)
    if waiting := _newest(history, ChangeState.WAITING).get(rule):
        await rules.decide(session, waiting.id, ChangeState.REPLACED, by, None)
    values = {
        "data_set": name, "rule": rule, "definition": after, "until": wanted.until, "reason": wanted.reason,
        "state": ChangeState.WAITING if waits else ChangeState.IN_FORCE, "asked_by": by,
    }  # fmt: skip
    asked = await rules.add(session, values)
    await _record(session, data_set, asked, acts.RULE_CHANGED, by)
    await _follow(session, data_set)
    return asked


async def confirm(session: AsyncSession, node: Node, change_id: int, by: str) -> None:
    """In force from the next build on. Raises Forbidden for whoever asked for it."""
    asked = await _waiting(session, change_id, by)
    catalogue = await current(session, node)
    data_set = catalogue.get(asked.data_set)
    _require_whole(catalogue, data_set, asked.rule, asked.definition)
    await rules.decide(session, change_id, ChangeState.IN_FORCE, by, None)
    await _record(session, data_set, asked, acts.RULE_CONFIRMED, by)
    await _follow(session, data_set)


async def refuse(session: AsyncSession, node: Node, change_id: int, reason: str, by: str) -> None:
    asked = await _waiting(session, change_id, by)
    data_set = (await current(session, node)).get(asked.data_set)
    await rules.decide(session, change_id, ChangeState.REFUSED, by, reason)
    await _record(session, data_set, asked, acts.RULE_REFUSED, by)
    await _follow(session, data_set)


async def _declared(session: AsyncSession, node: Node, name: str) -> tuple[dict[str, Definition], Origin]:
    """The rules declared beside a data set, and by whom."""
    own = node.get(Catalogue).by_name.get(name)
    if own is not None:
        return {rule["name"]: rule for rule in own.rules}, "code"
    told = [each.data_set for each in await declarations.in_force(session)]
    found = next((each.rules for each in told if each.full_name == name), ())
    return {rule["name"]: rule for rule in found}, "declared"


def _newest(history: Sequence[RuleChange], state: ChangeState) -> dict[str, RuleChange]:
    """Of each rule, from changes with the newest first."""
    return {each.rule: each for each in reversed(history) if each.state is state}


def _written_before(history: Sequence[RuleChange]) -> dict[str, Definition]:
    """The last definition that was in force of each rule, if only to be switched on again."""
    in_force = [each for each in reversed(history) if each.state is ChangeState.IN_FORCE]
    return {each.rule: each.definition for each in in_force if each.definition is not None}


def _free_name(definition: Mapping[str, Any] | None, taken: set[str]) -> str:
    kind = str((definition or {}).get("kind", "rule"))
    stem = kind if re.fullmatch(r"[a-z_]{1,50}", kind) else "rule"
    return next(name for number in range(1, len(taken) + 2) if (name := f"{stem}_{number}") not in taken)


def _read(data_set: DataSet, definition: Mapping[str, Any] | None, rule: str) -> dict[str, Any] | None:
    if definition is None:
        return None
    read = quality.read_rule({**definition, "name": rule})
    names = {column.name for column in data_set.columns}
    if unknown := [each for each in read.columns if each not in names]:
        raise Invalid(f"{data_set.full_name} 没有“{'、'.join(unknown)}”这一列")
    return read.definition


def _same(
    history: Sequence[RuleChange], rule: str, after: Definition | None, wanted: Wanted
) -> RuleChange | None:
    """The last change of this rule, or of a new one the last of all, if it asks for just this."""
    stands = (ChangeState.WAITING, ChangeState.IN_FORCE)
    last = next((each for each in history if wanted.rule in {None, each.rule} and each.state in stands), None)
    if last is None or (last.until, last.reason) != (wanted.until, wanted.reason):
        return None
    told = None if after is None else {**after, "name": last.rule}
    return last if last.definition == told else None


def _require_whole(catalogue: Catalogue, data_set: DataSet, rule: str, after: Definition | None) -> None:
    """The catalogue with the rule holds together: what it reads is there, nothing waits for itself."""
    kept = [each for each in data_set.rules if each["name"] != rule]
    ruled = replace(data_set, rules=tuple(kept if after is None else [*kept, after]))
    others = [each for each in catalogue.in_order if each.full_name != data_set.full_name]
    try:
        Catalogue([*others, ruled])
    except ValueError as error:
        raise Invalid(f"不能这样写：{error}") from error


async def _waiting(session: AsyncSession, change_id: int, by: str) -> RuleChange:
    asked = await rules.get(session, change_id)
    if asked.state is not ChangeState.WAITING:
        raise Conflict("这次改动已经处理过了")
    if asked.asked_by == by:
        raise Forbidden("改动规则的人不能确认自己的改动，请由另一位审批人员确认")
    return asked


async def _follow(session: AsyncSession, data_set: DataSet) -> None:
    """A to-do for reviewers while something waits; what is in force is built with."""
    await ask_to_refresh(session)
    key = f"data_sets.rules/{data_set.full_name}"
    await announce(session, Settled(key=key))
    waiting = _newest(await rules.history(session, data_set.full_name), ChangeState.WAITING)
    if waiting:
        todo = Notice(
            kind="todo",
            title=f"“{data_set.title}”有 {len(waiting)} 条质量规则的改动待确认",
            title_en=f"{len(waiting)} changes to rules of {data_set.title_en} await confirmation",
            body="；".join(f"{each.asked_by}：{each.reason}" for each in waiting.values())[:400],
            link=f"/data-sets/{data_set.tier}/{data_set.name}/rules",
            scope="data_sets.confirm",
            key=key,
        )
        await announce(session, todo)


async def _record(session: AsyncSession, data_set: DataSet, asked: RuleChange, act: Act, by: str) -> None:
    details = {"rule": asked.rule, "definition": asked.definition, "until": str(asked.until or "")}
    target = f"{data_set.tier}/{data_set.name}"
    told = details | {"reason": asked.reason}
    await announce(session, Recorded(act=act, target=target, title=data_set.title, actor=by, details=told))
