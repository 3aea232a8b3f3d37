"""A data set for a file that fits none: columns, types, grades, keys and rules as its rows suggest them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import Column, Gathered, Type
from brain.kit.errors import FieldError, Invalid
from brain.kit.node import Node
from brain.platform.data_sets.contract import Declaration, DeclaredColumn, DeclaredDataSet, Declaring
from brain.platform.data_sets.service import declaring
from brain.platform.governance import service as governance
from brain.platform.governance.contract import ColumnFinding, ProposedRule
from brain.platform.governance.service import protection, quality
from brain.platform.grading.service import book
from brain.platform.grading.service.book import Lessons
from brain.platform.ingestion.adapters.files import BATCH, Reader
from brain.platform.ingestion.domain import mapping as mappings
from brain.platform.ingestion.domain.column_names import names_for
from brain.platform.ingestion.domain.layouts import Kind, layout_of
from brain.platform.ingestion.queries import imports
from brain.platform.ingestion.service import columns
from brain.platform.ingestion.service.landing import SAMPLED, open_landed

KEY_COLUMNS: Final = 4  # at most, of a key that is proposed
_TRIED: Final = (
    (Type.INTEGER, Kind.INTEGER),
    (Type.DECIMAL, Kind.DECIMAL),
    (Type.NUMBER, Kind.NUMBER),
    (Type.BOOLEAN, Kind.BOOLEAN),
    (Type.DATE, Kind.DATE),
    (Type.TIME, Kind.TIME),
)
_LEADING_ZERO: Final = r"^[+-]?0\d"
_TIME_OF_DAY: Final = r"\d{1,2}:\d{2}"
_DAY: Final = r"^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$"
DECIMAL_PLACES: Final = 4


@dataclass(frozen=True, kw_only=True)
class ProposedColumn:
    """A column for a header, what it was found to hold, a few of its values."""

    header: str
    column: Column
    finding: ColumnFinding | None
    samples: list[str]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """`rows`: how many were looked at."""

    columns: list[ProposedColumn]
    keys: list[str]
    rules: list[ProposedRule]
    rows: int


async def propose(session: AsyncSession, node: Node, digest: str) -> Proposal:
    await imports.file_name(session, digest)
    lessons = await book.lessons(session, node)
    return await asyncio.to_thread(_proposal, await open_landed(node, digest), lessons)


@dataclass(frozen=True, kw_only=True)
class ForFile:
    """A data set for the landed file of a digest, its columns by the headers that they are read from."""

    digest: str
    told: DeclaredDataSet
    columns: Mapping[str, DeclaredColumn]
    built: Gathered


async def declare(session: AsyncSession, node: Node, wanted: ForFile, by: str) -> Declaration:
    """Imports into the data set will read its columns from these headers."""
    await imports.file_name(session, wanted.digest)
    reader = await open_landed(node, wanted.digest)
    wrong: list[FieldError] = [
        {"loc": f"/body/columns/{place}/header", "message": f"文件中没有“{header}”这一列"}
        for place, header in enumerate(wanted.columns)
        if header not in reader.headers
    ]
    if wrong:
        raise Invalid("列与文件不符", wrong)
    data_set = wanted.told.data_set([*wanted.columns.values()], wanted.built)
    found = await asyncio.to_thread(_found, reader)
    findings = {
        column.name: finding
        for header, column in wanted.columns.items()
        if (finding := found[header]) is not None
    }
    declared = await declaring.declare(session, node, Declaring(data_set=data_set, findings=findings), by)
    mapping = tuple(
        mappings.Column(column=header, field=column.name) for header, column in wanted.columns.items()
    )
    layout = layout_of(data_set)
    await imports.remember(session, mappings.header_set(layout, reader.headers), layout.name, mapping)
    return declared


def _found(reader: Reader) -> dict[str, ColumnFinding | None]:
    rows = _head(reader).head(SAMPLED).rows()
    return dict(zip(reader.headers, governance.identify_columns(reader.headers, rows), strict=True))


def _head(reader: Reader) -> pl.DataFrame:
    batch = next(reader.batches(BATCH), None)
    if batch is None:
        return pl.DataFrame(schema=dict.fromkeys(reader.headers, pl.String))
    texts = pl.all().str.strip_chars()
    return batch.cells.select(pl.when(texts.str.len_bytes() > 0).then(texts))


def _proposal(reader: Reader, lessons: Lessons) -> Proposal:
    head = _head(reader)
    names = names_for(reader.headers)
    found = _found(reader)
    typed: dict[str, pl.Series] = {}
    proposed = []
    for header, name in zip(reader.headers, names, strict=True):
        finding = found[header]
        kind, values = _typed(head[header], finding)
        typed[name] = values
        column = Column(
            name=name,
            title=header,
            title_en=header,
            type=kind,
            level=finding.level if finding else 1,
            personal=finding is not None and protection.is_personal(finding.kind),
            kind=finding.kind if finding else None,
        )
        column = lessons.followed(column, finding)
        samples = head[header].drop_nulls().unique(maintain_order=True).head(3).to_list()
        proposed.append(ProposedColumn(header=header, column=column, finding=finding, samples=samples))
    frame = pl.DataFrame(typed)
    keys = _keys(frame, [each.column for each in proposed])
    return Proposal(columns=proposed, keys=keys, rules=quality.proposals(frame), rows=head.height)


def _typed(texts: pl.Series, finding: ColumnFinding | None) -> tuple[Type, pl.Series]:
    """The narrowest type that takes all values, and the values read so."""
    filled = texts.drop_nulls()
    named = finding is not None and finding.kind not in _FIGURES
    if filled.is_empty() or named or filled.str.contains(_LEADING_ZERO).any():
        return Type.TEXT, texts
    dates = filled.str.contains(_DAY).all() and "日" in texts.name + "日" * texts.name.lower().endswith(
        "date"
    )
    times = filled.str.contains(_TIME_OF_DAY).any()
    for kind, how in _TRIED:
        if (dates and kind is Type.INTEGER) or (times and kind is Type.DATE):
            continue
        if kind is Type.DECIMAL and filled.str.contains(rf"\.\d{{{DECIMAL_PLACES + 1},}}|[eE]").any():
            continue
        read = columns.read_kind(how, texts, {})
        if not read.wrong:
            return kind, read.values
    return Type.TEXT, texts


# What these kinds hold are quantities; all others are names and numbers that nobody adds up.
_FIGURES: Final = frozenset({"finance", "output", "energy", "process_parameter", "recipe"})


def _keys(frame: pl.DataFrame, proposed: Sequence[Column]) -> list[str]:
    """A column that identifies a row, else the first columns that do together; none where nothing does."""
    able = [
        column.name
        for column in proposed
        if column.type in {Type.TEXT, Type.INTEGER, Type.DATE} and frame[column.name].null_count() == 0
    ]
    tried = [[name] for name in able] + [able[:size] for size in range(2, KEY_COLUMNS + 1)]
    return next((names for names in tried if names and not frame.select(names).is_duplicated().any()), [])
