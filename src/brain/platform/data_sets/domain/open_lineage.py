"""Builds as run events of OpenLineage 2-0-2 (https://openlineage.io/spec/2-0-2/OpenLineage.json)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from brain.kit.datasets import DataSet
from brain.platform.data_sets.domain.lineage import Origin

PRODUCER: Final = "urn:industry-brain:data_sets"
_SPEC: Final = "https://openlineage.io/spec"
_EVENT: Final = f"{_SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent"


@dataclass(frozen=True, kw_only=True)
class Run:
    """An attempt to build a data set: with a `problem` it gave no version."""

    id: int
    data_set: str
    rows: int
    bytes: int
    seconds: float
    ended_at: datetime
    problem: str | None


@dataclass(frozen=True, kw_only=True)
class Described:
    """A data set with those it is built from, and for each computed column its direct sources."""

    data_set: DataSet
    inputs: Sequence[str]
    sources: Mapping[str, Sequence[Origin]]


def events(namespace: str, run: Run, described: Described | None) -> Iterator[dict[str, Any]]:
    """START, then COMPLETE or FAIL. The same run has the same id each time: receivers may get it twice.

    `described` is None for a data set that is no longer in the catalogue.
    """
    started = run.ended_at - timedelta(seconds=run.seconds)
    inputs = [_named(namespace, name) for name in described.inputs] if described else []
    output = _named(namespace, run.data_set) | {"facets": _facets(namespace, described) if described else {}}
    identity = {"runId": str(uuid5(NAMESPACE_URL, f"{namespace}/builds/{run.id}"))}
    shared = {
        "job": {"namespace": namespace, "name": f"build.{run.data_set}"},
        "inputs": inputs,
        "producer": PRODUCER,
        "schemaURL": _EVENT,
    }
    yield shared | {
        "eventType": "START",
        "eventTime": started.isoformat(),
        "run": identity,
        "outputs": [output],
    }
    yield shared | {
        "eventType": "FAIL" if run.problem else "COMPLETE",
        "eventTime": run.ended_at.isoformat(),
        "run": identity | {"facets": _error(run.problem)},
        "outputs": [output | {"outputFacets": {} if run.problem else _statistics(run)}],
    }


def _named(namespace: str, name: str) -> dict[str, Any]:
    return {"namespace": namespace, "name": name}


def _facet(version: str, name: str, **fields: object) -> dict[str, Any]:
    return {
        "_producer": PRODUCER,
        "_schemaURL": f"{_SPEC}/facets/{version}/{name}.json#/$defs/{name}",
    } | fields


def _facets(namespace: str, described: Described) -> dict[str, Any]:
    data_set = described.data_set
    fields = [
        {"name": column.name, "type": column.type.value, "description": column.title}
        for column in data_set.columns
    ]
    facets = {
        "schema": _facet("1-2-0", "SchemaDatasetFacet", fields=fields),
        "documentation": _facet("1-1-0", "DocumentationDatasetFacet", description=data_set.about),
    }
    if described.sources:
        lineage = {
            column: {
                "inputFields": [_named(namespace, each.data_set) | {"field": each.column} for each in sources]
            }
            for column, sources in described.sources.items()
        }
        facets["columnLineage"] = _facet("1-2-0", "ColumnLineageDatasetFacet", fields=lineage)
    return facets


def _error(problem: str | None) -> dict[str, Any]:
    if problem is None:
        return {}
    return {
        "errorMessage": _facet("1-0-1", "ErrorMessageRunFacet", message=problem, programmingLanguage="Python")
    }


def _statistics(run: Run) -> dict[str, Any]:
    counted = {"rowCount": run.rows, "size": run.bytes}  # its files may have been cleared away since
    return {"outputStatistics": _facet("1-0-2", "OutputStatisticsOutputDatasetFacet", **counted)}
