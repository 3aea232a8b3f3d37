"""The export of the catalogue against the public SHACL shapes of DCAT-AP 3.0.0."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph

from brain.kit.datasets import ORIGIN, Column, DataSet, Derived, Gathered, Snapshot
from brain.platform.data_sets.domain.dcat import Published, document

SHAPES = Path(__file__).parents[3] / ".tools" / "dcat-ap-3.0.0" / "shapes.jsonld"
BUILT = datetime(2026, 11, 23, 8, tzinfo=UTC)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore::UserWarning:rdflib")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    if not SHAPES.is_file():
        pytest.skip(f"没有 DCAT-AP 的 SHACL 形状 {SHAPES}：先运行 scripts/dcat-ap")
    return Graph().parse(SHAPES, format="json-ld")


def data_set(tier: Any, name: str, built: Any, level: int = 1) -> DataSet:
    columns = (Column("code", "代码", "Code", level=level), *(ORIGIN if isinstance(built, Gathered) else ()))
    return DataSet(
        tier=tier,
        name=name,
        title="工厂",
        title_en="Plants",
        about="每行一个工厂",
        columns=columns,
        keys=("code",),
        built=built,
    )


def exported() -> dict[str, Any]:
    """One delivered and registered, one of the node's own tables, one computed, one not yet built."""
    own = data_set("base", "plants", Gathered(whole=True), level=3)
    copied = data_set("base", "enterprise", Snapshot(statement="SELECT 1 AS code", mark="SELECT 1"))
    computed = data_set("industry", "total", Derived(statement="SELECT code FROM base.plants"))
    new = data_set("scenario", "plan", Derived(statement="SELECT code FROM industry.total"))
    registered = Published(
        data_set=own,
        version=3,
        modified=BUILT,
        inputs=[],
        identifier="370523EXAMP0001/D000001",
        keywords=["轮胎", "产能"],
        contact="数据处 0546-0000000",
        frequency="MONTHLY",
    )
    return document(
        "https://brain.example",
        ("轮胎橡胶产业大脑", "Tyre and rubber industry brain"),
        [
            registered,
            Published(data_set=copied, version=1, modified=BUILT, inputs=[]),
            Published(data_set=computed, version=1, modified=BUILT, inputs=["base.plants"]),
            Published(data_set=new, version=None, modified=None, inputs=["industry.total"]),
        ],
    )


def problems(told: dict[str, Any], shapes: Graph) -> str:
    graph = Graph().parse(data=json.dumps(told), format="json-ld")
    conforms, _, report = validate(graph, shacl_graph=shapes)
    return "" if conforms else str(report)


def test_the_export_conforms_to_the_public_shapes(shapes: Graph) -> None:
    assert problems(exported(), shapes) == ""


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (lambda told: told.pop("dct:publisher"), "dcterms:publisher"),
        (lambda told: told["dcat:dataset"][0].pop("dct:title"), "dcterms:title"),
        (
            lambda told: told["dcat:dataset"][0]["dcat:distribution"][0].pop("dcat:accessURL"),
            "dcat:accessURL",
        ),
        (lambda told: told["dcat:dataset"][0]["dcat:contactPoint"].pop("@type"), "dcat:contactPoint"),
    ],
)
def test_a_broken_export_does_not(
    shapes: Graph, broken: Callable[[dict[str, Any]], object], found: str
) -> None:
    told = exported()

    broken(told)

    assert f"Result Path: {found}" in problems(told, shapes)
