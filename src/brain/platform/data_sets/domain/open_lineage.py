"""Builds and deliveries as run events of OpenLineage 2-0-2. They tell names and counts, never values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from brain.kit.datasets import DataSet
from brain.platform.data_sets.domain.lineage import Origin
from brain.platform.data_sets.domain.lineage_facets import (
    Ended,
    counted,
    documentation,
    facet,
    landing,
    named,
    told,
)
from brain.platform.data_sets.domain.quality_facets import quality_facets
from brain.platform.governance.contract import QualityReport, ReadRule


@dataclass(frozen=True, kw_only=True)
class Run:
    """An attempt to build a data set: one that `failed` gave no version."""

    id: int
    data_set: str
    rows: int
    bytes: int
    seconds: float
    ended_at: datetime
    failed: bool
    quality: QualityReport | None = None


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """An attempt to deliver: `rows` of those read were taken over. Without a `place_namespace` they were read
    from something of this node's own."""

    id: int
    data_set: str
    job: str
    place_namespace: str | None
    place_name: str
    place_title: str
    rows_read: int
    bytes_read: int
    rows: int
    started_at: datetime
    ended_at: datetime
    failed: bool


@dataclass(frozen=True, kw_only=True)
class Described:
    """A data set with those it is built from, its rules, and for each computed column its direct sources.

    `delivered`: sources deliver to it.
    """

    data_set: DataSet
    inputs: Sequence[str]
    sources: Mapping[str, Sequence[Origin]]
    rules: Sequence[ReadRule] = field(default=())
    delivered: bool = False


def events(namespace: str, run: Run | Delivery, described: Described | None) -> Iterator[dict[str, Any]]:
    """START, then COMPLETE or FAIL. The same run has the same id each time: receivers may get it twice.

    `described` is None for a data set that is no longer in the catalogue.
    """
    ended = _delivery(namespace, run) if isinstance(run, Delivery) else _build(namespace, run, described)
    return told(namespace, ended)


def _build(namespace: str, run: Run, described: Described | None) -> Ended:
    inputs = [named(namespace, name) for name in described.inputs] if described else []
    if described and described.delivered:
        inputs.append(landing(namespace, run.data_set))
    facets = _facets(namespace, described) if described else {}
    rules = described.rules if described else ()
    return Ended(
        key=f"builds/{run.id}",
        job=f"build.{run.data_set}",
        started_at=run.ended_at - timedelta(seconds=run.seconds),
        ended_at=run.ended_at,
        inputs=inputs,
        output=named(namespace, run.data_set) | {"facets": facets},
        # Counted when it was built: its files may have been cleared away since.
        counted={} if run.failed else counted(rowCount=run.rows, size=run.bytes),
        checked={} if run.failed else quality_facets(run.rows, run.bytes, rules, run.quality),
        failed=run.failed,
    )


def _delivery(namespace: str, run: Delivery) -> Ended:
    read = facet("1-0-0", "InputStatisticsInputDatasetFacet", rowCount=run.rows_read, size=run.bytes_read)
    source = named(run.place_namespace or namespace, run.place_name) | {
        "facets": {"documentation": documentation(run.place_title)},
        "inputFacets": {"inputStatistics": read},
    }
    return Ended(
        key=f"deliveries/{run.id}",
        job=run.job,
        started_at=run.started_at,
        ended_at=run.ended_at,
        inputs=[source],
        output=landing(namespace, run.data_set),
        counted={} if run.failed else counted(rowCount=run.rows, size=run.bytes_read),
        failed=run.failed,
    )


def _facets(namespace: str, described: Described) -> dict[str, Any]:
    data_set = described.data_set
    fields = [
        {"name": column.name, "type": column.type.value, "description": column.title}
        for column in data_set.columns
    ]
    facets = {
        "schema": facet("1-2-0", "SchemaDatasetFacet", fields=fields),
        "documentation": documentation(data_set.about),
    }
    if described.sources:
        lineage = {
            column: {
                "inputFields": [named(namespace, each.data_set) | {"field": each.column} for each in sources]
            }
            for column, sources in described.sources.items()
        }
        facets["columnLineage"] = facet("1-2-0", "ColumnLineageDatasetFacet", fields=lineage)
    return facets
