"""Training sets as people make them."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet, Type
from brain.kit.db import lock
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.service import reading
from brain.platform.identity.contract import Caller
from brain.platform.training_sets import queries
from brain.platform.training_sets.contract import Release, TrainingSet
from brain.platform.training_sets.domain import acts
from brain.platform.training_sets.domain.recipes import Recipe

MOST_LEVEL = 2  # columns graded above stay in the warehouse


async def create(session: AsyncSession, node: Node, recipe: Recipe, by: str) -> TrainingSet:
    """Raises Invalid for a recipe that the data set does not fit, Conflict for a name that is taken."""
    check(await reading.described(session, node, recipe.data_set), recipe)
    await lock(session, "training_sets", recipe.name)
    if await queries.by_name(session, recipe.name):
        raise Conflict(f"已有名为 {recipe.name} 的高质量数据集")
    made = await queries.add(session, recipe, by)
    await announce(session, Recorded(act=acts.CREATED, target=str(made.id), title=recipe.title, actor=by))
    return made


async def amend(session: AsyncSession, node: Node, set_id: int, recipe: Recipe, by: str) -> TrainingSet:
    """The next release is made by it; those there are stay as they are. The name does not change."""
    made = await queries.get(session, set_id)
    if recipe.name != made.recipe.name:
        raise Invalid("名称登记后不变：划分由它抽取")
    check(await reading.described(session, node, recipe.data_set), recipe)
    await queries.change(session, set_id, recipe)
    await announce(session, Recorded(act=acts.AMENDED, target=str(set_id), title=recipe.title, actor=by))
    return await queries.get(session, set_id)


async def require_whole(session: AsyncSession, node: Node, caller: Caller, set_id: int) -> None:
    """Raises Forbidden where a row policy keeps rows of what it is made of from the caller."""
    made = await queries.get(session, set_id)
    await reading.require_whole(session, node, caller, made.recipe.data_set)


async def page(
    session: AsyncSession, *, offset: int, limit: int
) -> tuple[list[tuple[TrainingSet, list[Release]]], int]:
    """Each with its releases, the newest first."""
    found, total = await queries.page(session, offset=offset, limit=limit)
    releases = await queries.releases(session, [made.id for made in found])
    return [(made, [each for each in releases if each.training_set == made.id]) for made in found], total


async def whole(session: AsyncSession, set_id: int) -> tuple[TrainingSet, Sequence[Release]]:
    return await queries.get(session, set_id), await queries.releases(session, [set_id])


def check(data_set: DataSet, recipe: Recipe) -> None:
    """Personal and highly graded columns are not released; what is named must be there."""
    columns = {column.name: column for column in data_set.columns}
    fields = [(f"/body/columns/{place}", name) for place, name in enumerate(recipe.columns)]
    fields += [(f"/body/groups/{place}", name) for place, name in enumerate(recipe.groups)]
    fields += [("/body/time", recipe.time)] if recipe.time else []
    problems = [(loc, f"数据集没有“{name}”这一列") for loc, name in fields if name not in columns]
    for loc, name in fields[: len(recipe.columns)]:
        column = columns.get(name)
        if column is not None and (column.personal or column.level > MOST_LEVEL):
            what = "个人信息" if column.personal else f"{column.level} 级数据"
            problems.append((loc, f"“{column.title}”是{what}，不能发布：请先登记脱敏或汇总后的数据集"))
    if recipe.label is not None and recipe.label not in recipe.columns:
        problems.append(("/body/label", "标签须是所选的列"))
    if recipe.time in columns and columns[recipe.time].type not in {Type.DATE, Type.TIME}:
        problems.append(("/body/time", "须是日期或时刻"))
    if abs(sum(recipe.shares.values()) - 1) > 1e-9 or recipe.shares.get("train", 0) <= 0:
        problems.append(("/body/shares", "各划分的比例合起来须为 1，训练须大于 0"))
    if problems:
        raise Invalid(problems[0][1], [{"loc": loc, "message": message} for loc, message in problems])
