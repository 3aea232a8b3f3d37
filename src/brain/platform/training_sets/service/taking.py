"""Handing a release out: the splits, the datasheet, Croissant, in one file."""

import asyncio
from typing import BinaryIO

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.service import reading
from brain.platform.identity.contract import Caller
from brain.platform.training_sets import queries
from brain.platform.training_sets.adapters import folder
from brain.platform.training_sets.contract import Release, ReleaseStatus, TrainingSetsFolder
from brain.platform.training_sets.domain import acts, datasheet


async def sheet(session: AsyncSession, node: Node, release_id: int) -> str:
    """The datasheet as Markdown. Raises NotFound for a release that was not built."""
    release = await queries.release(session, release_id)
    return await _sheet(session, node, release)


async def require_whole(session: AsyncSession, node: Node, caller: Caller, release_id: int) -> None:
    """Raises Forbidden where a row policy keeps rows of what it is made of from the caller."""
    release = await queries.release(session, release_id)
    await reading.require_whole(session, node, caller, release.recipe.data_set)


async def take(session: AsyncSession, node: Node, release_id: int, by: str) -> tuple[BinaryIO, str]:
    """The file, to be closed by the caller, and its name. Raises Conflict unless it is published."""
    release = await queries.release(session, release_id)
    if release.status is not ReleaseStatus.PUBLISHED or release.folder is None or release.report is None:
        raise Conflict("这个版本没有发布，或已撤回")
    recipe = release.recipe
    data_set = await reading.described(session, node, recipe.data_set)
    columns = [column for column in data_set.columns if column.name in recipe.columns]
    told = datasheet.croissant(recipe, release.number, release.report, columns, release.asked_at)
    texts = {
        "datasheet.md": await _sheet(session, node, release),
        "croissant.json": msgspec.json.format(msgspec.json.encode(told)).decode(),
    }
    made = folder.place(node.get(TrainingSetsFolder), release.training_set, release.folder)
    file = await asyncio.to_thread(folder.packed, made, texts)
    details = {"number": release.number, "files": release.report.files}
    target = str(release.training_set)
    await announce(
        session, Recorded(act=acts.TAKEN, target=target, title=recipe.title, actor=by, details=details)
    )
    return file, f"{recipe.name}-{release.number}.zip"


async def _sheet(session: AsyncSession, node: Node, release: Release) -> str:
    if release.report is None:
        raise NotFound("这个版本还没有说明书")
    data_set = await reading.described(session, node, release.recipe.data_set)
    titles = {column.name: column.title for column in data_set.columns}
    titles = {each.name: titles.get(each.name, each.name) for each in release.report.columns}
    return datasheet.markdown(release.recipe, release.number, release.report, titles, release.asked_at)
