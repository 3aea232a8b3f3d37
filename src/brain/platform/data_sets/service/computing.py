"""A data set computed from others: its columns as the statement and what it reads suggest them."""

from typing import Final

import pyarrow as pa
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import Column, Type
from brain.kit.node import Node
from brain.platform.data_sets.domain.lineage import origins
from brain.platform.data_sets.service.asking import ask
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import Caller

_TYPES: Final = (
    (pa.types.is_boolean, Type.BOOLEAN),
    (pa.types.is_integer, Type.INTEGER),
    (pa.types.is_decimal, Type.DECIMAL),
    (pa.types.is_floating, Type.NUMBER),
    (pa.types.is_date, Type.DATE),
    (pa.types.is_timestamp, Type.TIME),
)


async def proposed(session: AsyncSession, node: Node, caller: Caller, statement: str) -> list[Column]:
    """Named and typed by the statement; meaning, grade and kind come from the columns that they come from.

    Raises Invalid like any question.
    """
    answer = await ask(session, node, caller, statement, limit=1)
    known = (await current(session, node)).by_name
    found = origins(statement, known)
    return [
        _column(
            field,
            [
                column
                for origin in sorted(found.get(field.name, frozenset()))
                for column in known[origin.data_set].columns
                if column.name == origin.column
            ],
        )
        for field in answer.rows.schema
    ]


def _column(field: pa.Field, sources: list[Column]) -> Column:
    only = sources[0] if len(sources) == 1 else None
    return Column(
        name=field.name,
        title=only.title if only else field.name,
        title_en=only.title_en if only else field.name,
        type=next((kind for test, kind in _TYPES if test(field.type)), Type.TEXT),
        level=max((source.level for source in sources), default=1),
        personal=any(source.personal for source in sources),
        kind=only.kind if only else None,
    )
