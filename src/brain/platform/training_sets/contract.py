"""Training sets as other rooms and the assembly know them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from brain.platform.training_sets.domain.findings import Report
from brain.platform.training_sets.domain.recipes import Recipe


@dataclass(frozen=True)
class TrainingSetsFolder:
    """Where releases lie: in the lake of the node."""

    path: Path


class ReleaseStatus(StrEnum):
    WAITING = "waiting"  # for a worker
    FAILED = "failed"
    BUILT = "built"  # waits for a reviewer
    REFUSED = "refused"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class TrainingSet:
    id: int
    recipe: Recipe
    created_by: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class Release:
    """A state of a training set that is never changed; its files lie in `folder` until it is withdrawn."""

    id: int
    training_set: int
    number: int
    status: ReleaseStatus
    recipe: Recipe
    report: Report | None
    folder: str | None
    problem: str | None
    asked_by: str
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None
