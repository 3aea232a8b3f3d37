"""Records as the face tells them: in camelCase, each with the positions of its sources in the answer."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from psycopg import AsyncConnection

from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import RECORDS, Family, Origin, Record, Source
from brain.platform.exchange.messages.enterprise import DataSource

Told = list[dict[str, Any]]


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


COLUMNS = {kind: [(field.name, _camel(field.name)) for field in fields(kind)] for kind in RECORDS.values()}


class Teller:
    """Tells the records of one answer and gathers their sources (annex 3, 4 c: 明确的数据来源)."""

    def __init__(self) -> None:
        self._positions: dict[DataSource, int] = {}

    @property
    def sources(self) -> list[DataSource]:
        return list(self._positions)

    async def tell(
        self, connection: AsyncConnection[Any], family: Family, records: Sequence[Record]
    ) -> dict[str, Told]:
        """By credit code; what is not known is left out."""
        if not records:
            return {}
        told: dict[str, Told] = {}
        origins = await data_warehouse.find_origins(connection, family, records)
        for record, origin in zip(records, origins, strict=True):
            told.setdefault(record.credit_code, []).append(self._told(record, origin))
        return told

    def _told(self, record: Record, origin: Origin) -> dict[str, Any]:
        columns = COLUMNS[type(record)]
        told = {theirs: value for ours, theirs in columns if (value := getattr(record, ours)) is not None}
        own = self._position(origin.source)
        others = {
            theirs: position
            for ours, theirs in columns
            if ours in origin.attributes
            and theirs in told
            and (position := self._position(origin.attributes[ours])) != own
        }
        return told | {"source": own} | ({"attributeSources": others} if others else {})

    def _position(self, source: Source) -> int:
        said = DataSource(
            provider=source.provider, title=source.title, as_of=source.as_of, sample=source.sample
        )
        return self._positions.setdefault(said, len(self._positions))
