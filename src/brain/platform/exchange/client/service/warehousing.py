"""Puts what the centre says of enterprises into the brain's own warehouse."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import RECORDS, Family, Record, Source
from brain.platform.data_warehouse.contract.precedence import Authority
from brain.platform.data_warehouse.service import precedence
from brain.platform.exchange.client.domain import provenance
from brain.platform.exchange.messages.enterprise import DataSource
from brain.platform.exchange.protocol import EnterpriseFamily

FAMILIES = {
    EnterpriseFamily.BASIC: Family.BASIC,
    EnterpriseFamily.PATENTS: Family.PATENT,
    EnterpriseFamily.TRADEMARKS: Family.TRADEMARK,
    EnterpriseFamily.INVESTMENTS: Family.INVESTMENT,
    EnterpriseFamily.HONOURS: Family.HONOUR,
}

NEEDED = {family: provenance.required(kind) for family, kind in RECORDS.items()}

Records = Sequence[tuple[str, dict[str, Any]]]
"""In the wire's form, each with its family."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """An answer of the centre: its records, and the sources that they name by position."""

    records: Records
    sources: Sequence[DataSource]


@dataclass(frozen=True)
class _Statement:
    """What one source has stated of one record; of all statements the lower `turn` is stored first."""

    family: Family
    turn: int
    source: Source
    record: Record


async def store(session: AsyncSession, told: Told, *, sample: bool) -> None:
    """Repeating it changes nothing; enterprises first, so that their other records have an owner."""
    sources = [provenance.source_of(source, sample=sample) for source in told.sources]
    for provider in sorted({source.provider for source in sources}):
        await precedence.know_provider(session, provider, Authority.CENTRE)
    renamed = [record["creditCode"] for _, record in told.records if "name" in _others(record)]
    held = set(await data_warehouse.get_many(session, renamed)) if renamed else set[str]()
    batches: defaultdict[tuple[Family, int, Source], list[Record]] = defaultdict(list)
    for name, record in told.records:
        family = FAMILIES[EnterpriseFamily(name)]
        for one in _statements(family, record, sources, held):
            batches[one.family, one.turn, one.source].append(one.record)
    places = list(Family)
    for family, turn, source in sorted(batches, key=lambda batch: (places.index(batch[0]), batch[1])):
        await data_warehouse.upsert(session, family, batches[family, turn, source], source)


async def refresh(session: AsyncSession, told: Told, *, sample: bool) -> None:
    """Store what concerns enterprises that are here already: the feed of changes tells of all others too."""
    codes = {record["creditCode"] for _, record in told.records}
    known = await data_warehouse.get_many(session, sorted(codes))
    records = [(name, record) for name, record in told.records if record["creditCode"] in known]
    await store(session, Told(records=records, sources=told.sources), sample=sample)


def plain(record: dict[str, Any]) -> dict[str, Any]:
    """Without what it says of its sources."""
    return {name: value for name, value in record.items() if name not in {"source", "attributeSources"}}


def _others(record: dict[str, Any]) -> dict[str, int]:
    others: dict[str, int] = record.get("attributeSources", {})
    return others


def _statements(
    family: Family, record: dict[str, Any], sources: Sequence[Source], held: set[str]
) -> list[_Statement]:
    """The record's own source comes first and so becomes that of a new one. Of an enterprise that is held
    the name comes before all else, with the source that stated it."""
    values = {_snake(name): value for name, value in plain(record).items()}
    own = sources[record["source"]]
    others = {_snake(name): sources[position] for name, position in _others(record).items()}
    naming = others.get("name") if family is Family.BASIC and values["credit_code"] in held else None
    return [
        _Statement(
            family,
            0 if source == naming else 1 if source == own else 2,
            source,
            msgspec.convert(part, RECORDS[family], strict=False),
        )
        for source, part in provenance.parts(values, own, others, NEEDED[family])
    ]


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()
