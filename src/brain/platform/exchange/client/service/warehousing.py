"""Puts what the centre says of enterprises into the brain's own warehouse."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import RECORDS, Family, Record, Source
from brain.platform.exchange.protocol import EnterpriseFamily

PROVIDER = "山东省产业大脑能力中心"
FAMILIES = {
    EnterpriseFamily.BASIC: Family.BASIC,
    EnterpriseFamily.PATENTS: Family.PATENT,
    EnterpriseFamily.TRADEMARKS: Family.TRADEMARK,
    EnterpriseFamily.INVESTMENTS: Family.INVESTMENT,
    EnterpriseFamily.HONOURS: Family.HONOUR,
}

Told = Sequence[tuple[str, dict[str, Any]]]
"""Records in the wire's form, each with its family."""


async def store(session: AsyncSession, told: Told, *, sample: bool) -> None:
    """Repeating it changes nothing; enterprises first, so that their other records have an owner."""
    source = Source(
        provider="山东省产业大脑能力中心", title="企业基本信息类接口", as_of=today(), sample=sample
    )
    by_family: defaultdict[Family, list[Record]] = defaultdict(list)
    for name, record in told:
        family = FAMILIES[EnterpriseFamily(name)]
        by_family[family].append(_record(family, record))
    for family in Family:
        if by_family[family]:
            await data_warehouse.upsert(session, family, by_family[family], source)


async def refresh(session: AsyncSession, told: Told, *, sample: bool) -> None:
    """Store what concerns enterprises that are here already: the feed of changes tells of all others too."""
    codes = {record["creditCode"] for _, record in told}
    known = await data_warehouse.get_many(session, sorted(codes))
    await store(
        session, [(name, record) for name, record in told if record["creditCode"] in known], sample=sample
    )


def _record(family: Family, record: dict[str, Any]) -> Record:
    named = {_snake(name): value for name, value in record.items()}
    return msgspec.convert(named, RECORDS[family], strict=False)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()
