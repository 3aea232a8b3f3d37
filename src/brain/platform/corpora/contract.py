"""What the assembly hands to corpora, and what corpora tell of themselves."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from brain.kit.errors import Refusal
from brain.platform.corpora.domain.recipes import Recipe

Material = Literal["texts", "pairs"]
ExportKind = Literal["pretrain", "retrieval", "sft", "dpo"]


@dataclass(frozen=True)
class CorporaFolder:
    """Where documents and versions lie: in the lake of the node."""

    path: Path


class Status(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class NothingToBuild(Refusal):
    """There is no readable document of the sources that the recipe names."""

    status, code = 409, "nothing_to_build"


class NotForThis(Refusal):
    """A version that holds nothing of the kind asked for."""

    status, code = 409, "not_for_this"


@dataclass(frozen=True, kw_only=True)
class SourceDocument:
    """A file of a source. `documents` is how many it holds, None until it was read; a file that could not be
    read says why in `problem`. `pairs` are questions and answers, or preferences, that people gave."""

    digest: str
    source_id: int
    file_name: str
    size: int
    material: Material
    as_of: date
    documents: int | None
    characters: int
    scanned_pages: int
    problem: str | None
    added_by: str
    added_at: datetime


@dataclass(frozen=True, kw_only=True)
class Corpus:
    id: int
    recipe: Recipe
    created_by: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class Build:
    """A try to make a version; one with a `number` is a version, whose `folder` lies below the corpus's.

    `step` is the one under way; `mark` says of which documents and settings it is made.
    """

    id: int
    corpus_id: int
    number: int | None
    status: Status
    step: str | None
    problem: str | None
    mark: str
    folder: str | None
    documents: int
    characters: int
    tokens: int
    pairs: int
    reports: list[dict[str, Any]]
    shares: dict[str, dict[str, Any]]
    sources: list[dict[str, Any]]
    recipe: Recipe
    asked_by: str
    asked_at: datetime
    finished_at: datetime | None
