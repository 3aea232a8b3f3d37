"""Real data of all kinds become data sets as their rows suggest, through a source like any other."""

from pathlib import Path

from brain.platform.data_sets.service import building
from brain.platform.ingestion.service import running
from tests.platform.ingestion.desk import LAKE, Desk

LARGEST = 8 << 20  # bytes


def files(folder: Path) -> list[Path]:
    """The smallest table of each kind in each folder, those of millions of rows left out."""
    kinds: dict[tuple[str, str], Path] = {}
    for path in sorted(folder.glob("*/*"), key=lambda path: path.stat().st_size):
        if path.suffix != ".md" and path.stat().st_size < LARGEST:
            kinds.setdefault((path.parent.name, path.suffix), path)
    return sorted(kinds.values())


async def test_every_real_set_is_declared_as_proposed_delivered_and_built(
    desk: Desk, real_data: Path
) -> None:
    found = {}
    for number, path in enumerate(files(real_data)):
        found[f"{path.parent.name}/{path.name}"] = await rows_of(desk, path, f"real_{number}")

    assert len(found) > 15
    assert {name: told for name, told in found.items() if not told[0] or told[0] != told[1]} == {}


async def rows_of(desk: Desk, path: Path, name: str) -> tuple[int, int]:
    """Rows that were taken in, and rows of the version."""
    url, full_name = "/api/ingestion", f"base.{name}"
    landed = await desk.operator.post(f"{url}/files", params={"name": path.name}, content=path.read_bytes())
    digest = landed.json()["digest"]
    proposal = (await desk.operator.get(f"{url}/files/{digest}/proposal")).json()
    told = {
        "title": path.stem, "about": "真实数据", "owner": "数据运营部", "tier": "base", "name": name,
        "digest": digest, "keys": [], "whole": True, "rules": [],
        "columns": [{"header": each["header"], **each["column"]} for each in proposal["columns"]],
    }  # fmt: skip
    await desk.operator.post(f"{url}/data-sets", json=told)
    await desk.reviewer.post(f"{LAKE}/base/{name}/confirmation", json={"levels": {}})
    preview = await desk.operator.get(f"{url}/files/{digest}/preview", params={"dataset": full_name})
    plan = {
        "dataset": full_name, "digest": digest, "mapping": preview.json()["mapping"],
        "sourceId": desk.source, "title": path.stem, "asOf": "2026-06-30",
    }  # fmt: skip
    started = (await desk.operator.post(f"{url}/imports", json=plan)).json()
    await running.run(desk.node.node, started["id"])
    await building.refresh(desk.node.node)
    done = (await desk.operator.get(f"{url}/imports/{started['id']}")).json()
    version = (await desk.reviewer.get(f"{LAKE}/base/{name}")).json()["version"]
    return done["inserted"], version["rows"] if version else 0
