"""On a disk that is full nothing is half-published, the reason is told, and with room again all goes on."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from brain.kit.datasets import Column, DataSet, Derived, Gathered, Snapshot, Type
from brain.kit.errors import DiskFull
from brain.platform.data_sets import service
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Catalogue
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building, delivering
from brain.platform.data_sets.service.delivering import Provenance
from brain.platform.ingestion.adapters.landing import land
from tests.conftest import RunningNode

SIZE = 4 << 20  # bytes of the disk
FREE = 64 << 10  # bytes left on it while it is full


class Disk:
    """A small disk of its own, that a file fills."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        used = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        self._filler.write_bytes(bytes(SIZE - FREE - used))

    def free(self) -> None:
        self._filler.unlink()

    def files(self) -> set[Path]:
        return {path for path in self.folder.rglob("*") if path.is_file()} - {self._filler}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("不能挂载 tmpfs（须 root），没有会满的磁盘")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", folder], check=True)


ROWS = 200_000
NUMBERS = DataSet(
    tier="base",
    name="numbers",
    title="数",
    title_en="Numbers",
    about="测试",
    columns=(Column("n", "数", "Number", Type.INTEGER),),
    keys=("n",),
    built=Snapshot(statement="SELECT 1", mark="SELECT 1"),
)
MANY = Snapshot(statement=f"SELECT n FROM generate_series(1, {ROWS}) AS n", mark="SELECT 2")
DIGESTS = DataSet(
    tier="industry",
    name="digests",
    title="摘要",
    title_en="Digests",
    about="测试",
    columns=(Column("digest", "摘要", "Digest"),),
    keys=(),
    built=Derived(
        statement="SELECT md5(concat(n, k)) AS digest"
        " FROM base.numbers, (SELECT explode(sequence(1, 9000)) AS k)"
    ),
)


@pytest.fixture
def small_lake(lake: RunningNode, engine: str, disk: Disk) -> RunningNode:
    lake.node.provided |= service.provided(engine, disk.folder)
    return lake


async def todos(node: RunningNode) -> list[tuple[str, bool]]:
    """Of the operators: the title, and whether it is done."""
    operator = await node.person("portal.use", "data_sets.manage")
    found = await operator.get("/api/portal/todos?done=false")
    done = await operator.get("/api/portal/todos?done=true")
    return [
        (each["title"], each["doneAt"] is not None)
        for each in (*found.json()["items"], *done.json()["items"])
    ]


@pytest.mark.faults
@pytest.mark.parametrize("data_set", [replace(NUMBERS, built=MANY), DIGESTS], ids=["snapshot", "derived"])
async def test_a_build_without_room_publishes_nothing_and_is_tried_again(
    small_lake: RunningNode, disk: Disk, data_set: DataSet
) -> None:
    node = small_lake.node
    node.provided[Catalogue] = Catalogue([NUMBERS])
    assert await building.refresh(node) == ["base.numbers"]
    catalogue = node.provided[Catalogue] = Catalogue(
        [data_set] if data_set.tier == "base" else [NUMBERS, data_set]
    )
    before = disk.files()
    disk.fill()

    with pytest.raises(DiskFull, match="磁盘已满"):
        await building.build(node, catalogue, data_set)
    assert await building.refresh(node) == []
    assert await building.refresh(node) == []

    assert disk.files() == before
    assert await todos(small_lake) == [(f"数据集“{data_set.title}”没有构建成功", False)]
    async with node.database.transaction() as session:
        assert (await builds.latest(session)).keys() == {"base.numbers"}
        assert [tried.number for tried in await builds.attempts(session, "base.numbers", 9)] == [1]
        assert await builds.attempts(session, "industry.digests", 9) == []
    disk.free()
    assert await building.refresh(node) == [data_set.full_name]
    assert await todos(small_lake) == [(f"数据集“{data_set.title}”没有构建成功", True)]


@pytest.mark.faults
async def test_a_landing_without_room_leaves_nothing(disk: Disk) -> None:
    async def coming() -> AsyncIterator[bytes]:
        for place in range(16):
            yield bytes([place]) * (FREE // 8)

    disk.fill()
    with pytest.raises(DiskFull, match="磁盘已满"):
        await land(disk.folder, coming())

    assert disk.files() == set()
    disk.free()
    landed = await land(disk.folder, coming())
    assert landed.size == 2 * FREE


@pytest.mark.faults
async def test_a_delivery_without_room_keeps_no_part(small_lake: RunningNode, disk: Disk) -> None:
    gathered = replace(NUMBERS, built=Gathered(whole=False))
    origin = Provenance(id=1, provider="甲", title="数", as_of=date(2024, 1, 1), sample=False, by="甲")
    frame = pl.DataFrame(
        {"n": pl.int_range(50_000, eager=True).hash(1).cast(pl.Int64, strict=False)}
    ).with_row_index("row")
    disk.fill()

    with pytest.raises(DiskFull, match="磁盘已满"):
        await delivering.keep(small_lake.node, gathered, origin, frame, "row")
    assert small_lake.node.get(Lake).parts(gathered, 1) == []

    disk.free()
    await delivering.keep(small_lake.node, gathered, origin, frame, "row")
    parts = small_lake.node.get(Lake).parts(gathered, 1)
    assert await asyncio.to_thread(small_lake.node.get(Lake).size, parts) != (0, 0)
    assert len(disk.files()) == 1
