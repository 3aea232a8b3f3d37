"""Data sets published without the engine: a version of given rows, its columns identified as a build does."""

import polars as pl

from brain.kit.clock import now
from brain.kit.datasets import Column, DataSet, Snapshot
from brain.platform.data_sets import service
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import grading
from tests.conftest import RunningNode


def data_set(name: str, *columns: Column) -> DataSet:
    return DataSet(
        tier="base",
        name=name,
        title=name.title(),
        title_en=name.title(),
        about="测试",
        columns=columns,
        keys=(),
        built=Snapshot(statement="SELECT 1", mark="SELECT 1"),
    )


def hold(node: RunningNode, *data_sets: DataSet, engine: str | None = None) -> None:
    """The node has these data sets and an empty lake."""
    node.node.provided[Catalogue] = Catalogue(data_sets)
    node.node.provided |= service.provided(engine, node.node.folder / "lake")


async def publish(node: RunningNode, held: DataSet, rows: pl.DataFrame, number: int = 1) -> None:
    lake = node.node.get(Lake)
    draft = lake.draft(held)
    draft.mkdir()
    rows.write_parquet(draft / "part-0.parquet")
    files = lake.publish(draft, number)
    count, size = lake.size(files)
    version = Version(
        number=number,
        mark=str(number),
        files=files,
        rows=count,
        bytes=size,
        seconds=0.0,
        built_at=now(),
        quality=None,
    )
    async with node.node.database.transaction() as session:
        await builds.add(session, held.full_name, version)
        await grading.note(session, held, number, grading.identified(held, rows))
