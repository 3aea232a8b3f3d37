"""Evidence of DCMM follows a data set of people's own from its declaration to its removal."""

from brain.kit.evidence import Counted
from brain.platform.data_sets.service import building
from brain.platform.standards.service import proving
from tests.platform.ingestion.desk import LAKE, LINES, Desk

ONE = f"{LAKE}/base/tyre_capacity"


async def counted(desk: Desk) -> dict[str, Counted]:
    async with desk.node.node.database.transaction() as session:
        found = await proving.proven(session, desk.node.node)
    return {proof.title_en: counted for each in found for proof, counted in each.evidence}


def grown(before: Counted, after: Counted) -> tuple[int, int]:
    return after.count - before.count, (after.whole or 0) - (before.whole or 0)


async def test_a_data_set_is_counted_as_it_is_declared_built_kept_and_retired(desk: Desk) -> None:
    await building.refresh(desk.node.node)
    before = await counted(desk)
    digest = await desk.upload(*LINES)
    await desk.declare(digest, rules=[{"name": "capacity_known", "kind": "not_null", "column": "capacity"}])
    waiting = await counted(desk)
    await desk.reviewer.post(f"{ONE}/confirmation", json={"levels": {}})
    await desk.deliver(digest)
    await desk.reviewer.post(f"{ONE}/holds", json={"reason": "诉讼"})
    built = await counted(desk)
    await desk.operator.post(f"{ONE}/retirement", json={"reason": "不再调查"})
    retired = await counted(desk)

    assert waiting["Declarations decided"] == Counted(0, 1)
    assert built["Declarations decided"] == Counted(1, 1)
    assert built["Legal holds"] == Counted(1, 1)
    assert built["Certified sources"] == Counted(1, 1)
    names = ("Data sets with an owner", "Data sets with a version", "Columns graded by people", "Rules kept")
    assert {name: grown(before[name], built[name]) for name in names} == {
        "Data sets with an owner": (1, 1),
        "Data sets with a version": (1, 1),
        "Columns graded by people": (7, 7),
        "Rules kept": (1, 1),
    }
    assert (built["Imports with their source"], retired["Data sets retired"]) == (Counted(1), Counted(1))
    assert retired["Data sets with an owner"] == before["Data sets with an owner"]
