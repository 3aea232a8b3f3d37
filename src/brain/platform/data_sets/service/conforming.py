"""Checking data sets against the standards, and the data elements that people give their columns."""

import asyncio
from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import BEIJING, now
from brain.kit.datasets import Column, DataSet
from brain.kit.errors import Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.algorithm.measuring import latest_day, measured
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.conformance import (
    Checked,
    Choice,
    ColumnConformance,
    assigned,
    mark_of,
)
from brain.platform.data_sets.queries import builds, conformance, grades
from brain.platform.data_sets.service import granting
from brain.platform.data_sets.service.catalogue import Entry, current, entries
from brain.platform.identity.contract import Caller
from brain.platform.standards.contract import Suggestion
from brain.platform.standards.service import judging, looking

CHECK: Final = "data_sets.check_standards"
_DAY: Final = "source_as_of"
SHOWN: Final = 20  # versions whose rate is told


async def ask_to_check(session: AsyncSession) -> None:
    await jobs.enqueue(session, CHECK, {}, key="all")


async def check(node: Node) -> list[str]:
    """Check every data set whose version, elements or standards changed; the names of those checked."""
    async with node.database.transaction() as session:
        catalogue = await current(session, node)
        versions = await builds.latest(session)
        chosen = await conformance.chosen(session)
        known = await conformance.latest(session)
        edition = await looking.edition(session)
    done = []
    for declared in catalogue.in_order:
        name = declared.full_name
        if name not in versions:
            continue
        data_set = assigned(declared, chosen.get(name, {}))
        mark = mark_of(data_set, versions[name].number, edition)
        if name not in known or known[name].mark != mark:
            await _check(node, data_set, versions[name], mark)
            done.append(name)
    return done


async def _check(node: Node, data_set: DataSet, version: Version, mark: str) -> None:
    async with node.database.transaction() as session:
        rows = node.get(Lake).scan(version.files)
        day = await asyncio.to_thread(latest_day, rows, _DAY) or version.built_at.astimezone(BEIJING).date()
        known = await looking.in_force(session)
        present = set(rows.collect_schema().names())
        measures = {
            column.name: found
            for column in data_set.own_columns
            if column.name in present
            and (found := await judging.measure(session, known, column, day)) is not None
        }
        rules = {name: each.rule for name, each in measures.items()}
        values = await asyncio.to_thread(measured, rows, rules)
        columns = []
        for column in data_set.own_columns:
            problems = [*judging.problems(known, column)]
            if column.name in measures:
                found_wrong = values[column.name]
                problems += judging.value_problems(
                    measures[column.name], found_wrong.written, found_wrong.coded
                )
            columns.append(
                ColumnConformance(column=column.name, element=column.element, problems=tuple(problems))
            )
        checked = Checked(
            version=version.number, mark=mark, day=day, columns=tuple(columns), checked_at=now()
        )
        await conformance.keep(session, data_set.full_name, checked)
        await _tell(session, data_set, checked)


async def _tell(session: AsyncSession, data_set: DataSet, checked: Checked) -> None:
    """A to-do while values are wrong: they are to be corrected, or mapped to the codes there are."""
    key = f"data_sets.conformance/{data_set.full_name}"
    await announce(session, Settled(key=key))
    wrong = [each.column for each in checked.columns if any(one.wrong.count for one in each.problems)]
    if wrong:
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"“{data_set.title}”有 {checked.wrong_values} 个值不符合数据标准",
                title_en=f"{checked.wrong_values} values of {data_set.title_en} do not keep to the standards",
                body=f"涉及列 {'、'.join(wrong)[:300]}：请在来源更正，或改认数据元",
                link=f"/data-sets/{data_set.tier}/{data_set.name}",
                scope="data_sets.manage",
                key=key,
            ),
        )


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A data set and how its newest version keeps to the standards, if that was checked."""

    entry: Entry
    checked: Checked | None


async def standings(session: AsyncSession, node: Node, words: str | None) -> list[Standing]:
    """The worst first, those unchecked last."""
    known = await conformance.latest(session)
    found = [
        Standing(entry=entry, checked=known.get(entry.data_set.full_name))
        for entry in await entries(session, node, words)
    ]
    return sorted(found, key=lambda each: (each.checked is None, each.checked.rate if each.checked else 0))


@dataclass(frozen=True, kw_only=True)
class Detail:
    """`past`: the checked versions, the newest first; `suggested` by column without an element."""

    data_set: DataSet
    past: list[Checked]
    suggested: dict[str, list[Suggestion]]
    choices: list[Choice]
    hidden: frozenset[str]


async def detail(session: AsyncSession, node: Node, caller: Caller, name: str) -> Detail:
    """`hidden`: columns whose values the caller may not see as they are."""
    catalogue = await current(session, node)
    declared = catalogue.get(name)
    data_set = assigned(declared, (await conformance.chosen(session)).get(name, {}))
    choices = await conformance.history(session, name)
    elements = (await looking.in_force(session)).elements.values()
    found = await grades.found(session, name)
    decided = {each.column for each in choices}
    suggested = {
        column.name: judging.suggestions(
            column, found[column.name].kind if column.name in found else None, elements
        )
        for column in data_set.own_columns
        if column.element is None and column.name not in decided
    }
    return Detail(
        data_set=data_set,
        past=list(await conformance.past(session, name, SHOWN)),
        suggested=suggested,
        choices=choices,
        hidden=await _hidden(session, catalogue, caller, declared),
    )


async def _hidden(
    session: AsyncSession, catalogue: Catalogue, caller: Caller, data_set: DataSet
) -> frozenset[str]:
    """Every column where some rows are kept from the caller: values are told without their rows."""
    if not (await granting.permitted(session, catalogue, caller, data_set)).whole:
        return frozenset(column.name for column in data_set.columns)
    return frozenset(await granting.shown_to(session, caller, data_set))


async def choose(
    session: AsyncSession, node: Node, name: str, wanted: tuple[str, str | None, str], by: str
) -> None:
    """`wanted`: a column, the element that it holds or None, and why. The next check goes by it."""
    column, element, reason = wanted
    data_set = (await current(session, node)).get(name)
    if column not in {each.name for each in data_set.own_columns}:
        raise NotFound(f"{name} 没有“{column}”这一列")
    if element is not None and element not in (await looking.in_force(session)).elements:
        raise Invalid("没有这个数据元", [{"loc": "/body/element", "message": f"没有数据元“{element}”"}])
    choice = Choice(column=column, element=element, reason=reason, by=by, at=now())
    await conformance.choose(session, name, choice)
    details = {"column": column, "element": element, "reason": reason}
    target = f"{data_set.tier}/{data_set.name}"
    await announce(
        session,
        Recorded(act=acts.ELEMENT_CHOSEN, target=target, title=data_set.title, actor=by, details=details),
    )
    await ask_to_check(session)


async def holding(session: AsyncSession, node: Node, element: str) -> list[tuple[DataSet, Column]]:
    """The columns that hold an element, by data set."""
    chosen = await conformance.chosen(session)
    return [
        (data_set, column)
        for declared in (await current(session, node)).in_order
        for data_set in [assigned(declared, chosen.get(declared.full_name, {}))]
        for column in data_set.own_columns
        if column.element == element
    ]
