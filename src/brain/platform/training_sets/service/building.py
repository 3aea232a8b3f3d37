"""Making a release: rows split, leaks looked for, all of it told; a reviewer then decides."""

import asyncio
from dataclasses import asdict, replace
from typing import Final

import msgspec
import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.db import lock
from brain.kit.errors import Invalid, Refusal
from brain.kit.events import Notice, Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.service import reading
from brain.platform.data_sets.service.reading import Content
from brain.platform.governance.service import identify_columns
from brain.platform.ingestion.service import sources
from brain.platform.training_sets import queries
from brain.platform.training_sets.adapters import folder
from brain.platform.training_sets.algorithm.leaks import leaks
from brain.platform.training_sets.algorithm.profiles import label_counts, profile
from brain.platform.training_sets.algorithm.splitting import COLUMN, split
from brain.platform.training_sets.contract import Release, ReleaseStatus, TrainingSetsFolder
from brain.platform.training_sets.domain import acts
from brain.platform.training_sets.domain.findings import Origin, Report
from brain.platform.training_sets.domain.recipes import SPLITS, Recipe
from brain.platform.training_sets.service.deciding import key
from brain.platform.training_sets.service.recipes import check

BUILD: Final = "training_sets.build"
SAMPLED: Final = 2_000  # rows looked at for personal data that nobody declared
MOST_PERSONAL_LEVEL: Final = 2


async def ask(session: AsyncSession, node: Node, set_id: int, by: str) -> Release:
    """A release that waits for a worker. Raises Invalid for a data set that is not built."""
    made = await queries.get(session, set_id)
    await lock(session, "training_sets", made.recipe.name)
    await reading.content(session, node, made.recipe.data_set)
    asked = await queries.add_release(session, made, by)
    await jobs.enqueue(session, BUILD, {"release": asked.id}, key=str(asked.id))
    await announce(session, Recorded(act=acts.BUILT, target=str(set_id), title=made.recipe.title, actor=by))
    return asked


async def run(node: Node, release_id: int) -> None:
    """Carry a release to a reviewer. Run again after it was killed, it begins anew; done, it stays."""
    async with node.database.transaction() as session:
        release = await queries.release(session, release_id)
        await lock(session, "training_sets", release.recipe.name)
        release = await queries.release(session, release_id)
        if release.status is not ReleaseStatus.WAITING:
            return
        try:
            await _build(session, node, release)
        except Refusal as refusal:
            failed = {"status": ReleaseStatus.FAILED, "problem": refusal.message}
            await queries.change_release(session, release_id, **failed)


async def _build(session: AsyncSession, node: Node, release: Release) -> None:
    recipe = release.recipe
    content = await reading.content(session, node, recipe.data_set)
    check(content.data_set, recipe)
    frame = await asyncio.to_thread(_rows, content, recipe)
    found = await asyncio.to_thread(leaks, frame, recipe)
    parted = {name: frame.filter(pl.col(COLUMN) == name).select(recipe.columns) for name in SPLITS}
    splits: dict[str, pl.DataFrame] = {name: rows for name, rows in parted.items() if not rows.is_empty()}
    place = node.get(TrainingSetsFolder)
    name, digests = await asyncio.to_thread(folder.write, place, release.training_set, release.number, splits)
    quality = content.version.quality
    report = Report(
        version=content.version.number,
        rows={each: rows.height for each, rows in splits.items()},
        labels={each: label_counts(rows, recipe.label) for each, rows in splits.items()}
        if recipe.label
        else {},
        columns=await asyncio.to_thread(lambda: [profile(frame[column]) for column in recipe.columns]),
        leaks=found,
        origins=await _origins(session, content),
        score=quality.score if quality else None,
        rules=quality.rules if quality else 0,
        broken=[rule.message for rule in quality.broken] if quality else [],
        files=digests,
    )
    await queries.change_release(
        session, release.id, status=ReleaseStatus.BUILT, folder=name, report=msgspec.to_builtins(report)
    )
    await announce(session, _to_decide(release, len(found)))


def _rows(content: Content, recipe: Recipe) -> pl.DataFrame:
    """Split rows. Raises Invalid for none, and for personal data that nobody declared."""
    needed = dict.fromkeys([*recipe.columns, *recipe.groups, *([recipe.time] if recipe.time else [])])
    frame = content.rows.select(list(needed)).collect()
    if frame.is_empty():
        raise Invalid(f"数据集 {recipe.data_set} 没有行")
    sample = frame.select(recipe.columns).head(SAMPLED).cast(pl.String)
    for column, finding in zip(recipe.columns, identify_columns(sample.columns, sample.rows()), strict=True):
        if finding is not None and finding.proven and finding.level > MOST_PERSONAL_LEVEL:
            raise Invalid(f"“{column}”中有疑似 {finding.kind}（{finding.level} 级），请先在数据集上定级")
    return split(frame, recipe)


async def _origins(session: AsyncSession, content: Content) -> list[Origin]:
    """With the ground on which each provider's data may be used."""
    known = await sources.of_providers(session, {each.provider for each in content.origins})
    told = []
    for each in content.origins:
        origin = Origin(**asdict(each))
        if source := known.get(each.provider):
            ground = source.registration
            origin = replace(origin, basis=ground.basis, basis_document=ground.basis_document)
        told.append(origin)
    return told


def _to_decide(release: Release, leaks_found: int) -> Notice:
    return Notice(
        kind="todo",
        title=f"高质量数据集“{release.recipe.title}”第 {release.number} 版待审",
        title_en=f"Release {release.number} of {release.recipe.name} awaits a decision",
        body=f"泄漏检查有 {leaks_found} 项发现" if leaks_found else "泄漏检查没有发现",
        link=f"/training-sets/{release.training_set}",
        scope="training_sets.confirm",
        key=key(release.id),
    )
