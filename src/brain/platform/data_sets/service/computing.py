"""A data set computed from others: its columns as the statement and what it reads suggest them."""

from typing import Final

import pyarrow as pa
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import Column, Type
from brain.kit.node import Node
from brain.platform.data_sets.domain.lineage import Inherited, inherited
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
    found = inherited(statement, (await current(session, node)).by_name)
    return [_column(field, found.get(field.name)) for field in answer.rows.schema]


def _column(field: pa.Field, inherited: Inherited | None) -> Column:
    sources = inherited.sources if inherited else ()
    only = sources[0] if len(sources) == 1 else None
    return Column(
        name=field.name,
        title=only.title if only else field.name,
        title_en=only.title_en if only else field.name,
        type=next((kind for test, kind in _TYPES if test(field.type)), Type.TEXT),
        level=inherited.level if inherited else 1,
        personal=inherited is not None and inherited.personal,
        kind=only.kind if only else None,
    )
