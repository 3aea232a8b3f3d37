"""Rules before they are in force: tried on the published version, proposed from its rows."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import ORIGIN, DataSet
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.domain.holding import as_text
from brain.platform.data_sets.domain.statements import tables_of
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import granting, views
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.protection import masked, shown_to
from brain.platform.governance.contract import ProposedRule, ReadRule
from brain.platform.governance.service import quality
from brain.platform.identity.contract import Caller

EXAMPLES: Final = 10  # rows
PROFILED: Final = 10_000  # rows by which rules are proposed
PATIENCE: Final = 60.0  # seconds that a trial may take
_STRICTNESS: Final = ("name", "severity", "tolerated")


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What a rule finds in a version. `examples` of the rows that break it, as the caller may see them.

    `blind`: columns that the caller may not see; rows broken by them are counted and not shown, and a query
    of the caller's own reads them as empty.
    """

    rule: ReadRule
    version: int
    rows: int
    violations: int
    examples: Sequence[Mapping[str, str | None]]
    blind: Sequence[str]


async def attempt(
    session: AsyncSession, node: Node, caller: Caller, name: str, definition: Mapping[str, Any]
) -> Trial:
    """Raises Invalid for a rule that does not hold together, or when there is no version to try it on."""
    rule = quality.read_rule({**definition, "name": "trial", "severity": "warn", "tolerated": 0.0})
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    free = "query" in rule.definition
    others = tables_of(rule.definition["query"]) if free else frozenset(_other(rule))
    read_too = {each: catalogue.get(each) for each in {name, *others}}
    await granting.require_whole(session, catalogue, caller, *read_too.values())
    built = await builds.latest(session)
    if missing := read_too.keys() - built.keys():
        raise Invalid(f"数据集 {'、'.join(sorted(missing))} 还没有构建，不能试算")
    hidden = {each: shown_to(caller, told) if free else {} for each, told in read_too.items()}
    lake = node.get(Lake)
    read = {each: views.of_version(lake, told, built[each], hidden[each]) for each, told in read_too.items()}
    shown = shown_to(caller, data_set)
    blind = [each for each in rule.columns if each in shown]
    if free:
        blind = sorted(f"{each}.{column}" for each, columns in hidden.items() for column in columns)
    found, rows = await asyncio.to_thread(_measured, node.get(Engine), name, rule, read, not blind)
    return Trial(
        rule=rule,
        version=built[name].number,
        rows=built[name].rows,
        violations=found,
        examples=[
            {column: masked(value, shown.get(column)) for column, value in as_text(row).items()}
            for row in rows
        ],
        blind=blind,
    )


def _measured(
    engine: Engine,
    name: str,
    rule: ReadRule,
    read: Mapping[str, View],
    show: bool,  # noqa: FBT001 - one caller
) -> tuple[int, list[dict[str, Any]]]:
    def ask(statement: str) -> dict[str, Any]:
        row: dict[str, Any] = engine.ask(statement, read, 1, PATIENCE).to_pylist()[0]
        return row

    report = quality.report(name, [rule.definition], ask)
    if not report.broken:
        return 0, []
    rows: list[dict[str, Any]] = []
    if show and rule.of_rows:
        question = quality.offenders(name, [rule.definition], [rule.name], EXAMPLES)
        rows = engine.ask(question, read, EXAMPLES, PATIENCE).drop_columns("_broken").to_pylist()
    return report.broken[0].violations, rows


def _other(rule: ReadRule) -> list[str]:
    return [rule.definition["data_set"]] if "data_set" in rule.definition else []


async def proposals(session: AsyncSession, node: Node, caller: Caller, name: str) -> list[ProposedRule]:
    """What the version's first rows suggest and no rule says yet, of the columns that the caller may see.

    Nothing where some rows are kept from the caller.
    """
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    if not (await granting.permitted(session, catalogue, caller, data_set)).whole:
        return []
    version = (await builds.latest(session)).get(name)
    if version is None:
        return []
    found = await asyncio.to_thread(_profiled, node.get(Lake), data_set, version, shown_to(caller, data_set))
    said = [_said(quality.read_rule(rule).definition) for rule in data_set.rules]
    return [each for each in found if _said(each.definition) not in said]


def _profiled(
    lake: Lake, data_set: DataSet, version: Version, hidden: Mapping[str, Any]
) -> list[ProposedRule]:
    head = lake.head(version.files, PROFILED)
    names = [column.name for column in data_set.columns if column not in ORIGIN and column.name not in hidden]
    return quality.proposals(head.select(name for name in names if name in head.columns))


def _said(definition: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in definition.items() if name not in _STRICTNESS}
