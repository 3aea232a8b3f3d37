"""The parts that OpenLineage events are made of (https://openlineage.io/spec/2-0-2/OpenLineage.json)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

PRODUCER: Final = "urn:industry-brain:data_sets"
_SPEC: Final = "https://openlineage.io/spec"
_EVENT: Final = f"{_SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent"
# Reasons may quote values of the data; they stay here.
_FAILED: Final = "没有成功，原因见平台上的数据集或导入页面"


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A run that is over: its inputs and its output while it ran, and `counted` about the output at its end.

    `key` names it for good below the namespace: told again it has the same id.
    """

    key: str
    job: str
    started_at: datetime
    ended_at: datetime
    inputs: Sequence[Mapping[str, Any]]
    output: Mapping[str, Any]
    counted: Mapping[str, Any] = field(default_factory=dict)
    checked: Mapping[str, Any] = field(default_factory=dict)
    failed: bool = False


def told(namespace: str, run: Ended) -> Iterator[dict[str, Any]]:
    """START, then COMPLETE or FAIL."""
    identity: dict[str, Any] = {"runId": str(uuid5(NAMESPACE_URL, f"{namespace}/{run.key}"))}
    shared = {
        "job": {"namespace": namespace, "name": run.job},
        "inputs": list(run.inputs),
        "producer": PRODUCER,
        "schemaURL": _EVENT,
    }
    yield shared | {
        "eventType": "START",
        "eventTime": run.started_at.isoformat(),
        "run": identity,
        "outputs": [dict(run.output)],
    }
    output = dict(run.output) | {"outputFacets": dict(run.counted)}
    if run.checked:
        output["facets"] = output.get("facets", {}) | run.checked
    yield shared | {
        "eventType": "FAIL" if run.failed else "COMPLETE",
        "eventTime": run.ended_at.isoformat(),
        "run": identity | {"facets": _error() if run.failed else {}},
        "outputs": [output],
    }


def named(namespace: str, name: str) -> dict[str, Any]:
    return {"namespace": namespace, "name": name}


def landing(namespace: str, data_set: str) -> dict[str, Any]:
    """Where deliveries to a data set are kept until a build takes them in."""
    return named(namespace, f"landing.{data_set}")


def facet(version: str, name: str, **fields: object) -> dict[str, Any]:
    return {
        "_producer": PRODUCER,
        "_schemaURL": f"{_SPEC}/facets/{version}/{name}.json#/$defs/{name}",
    } | fields


def documentation(text: str) -> dict[str, Any]:
    return facet("1-1-0", "DocumentationDatasetFacet", description=text)


def counted(**figures: int) -> dict[str, Any]:
    """`rowCount`, `size` in bytes."""
    return {"outputStatistics": facet("1-0-2", "OutputStatisticsOutputDatasetFacet", **figures)}


def _error() -> dict[str, Any]:
    return {
        "errorMessage": facet("1-0-1", "ErrorMessageRunFacet", message=_FAILED, programmingLanguage="Python")
    }
