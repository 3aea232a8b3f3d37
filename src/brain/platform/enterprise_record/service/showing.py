"""An enterprise sees what is known of it: each fact with its source and day, and who says otherwise."""

from decimal import Decimal
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.kit.node import Node
from brain.kit.services import Asked
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Fact, Family, Record
from brain.platform.data_warehouse.contract.precedence import Statement
from brain.platform.data_warehouse.service import precedence
from brain.platform.enterprise_record.domain.correcting import CORRECTABLE, SHOWN
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.enterprise_record.schemas import (
    EnterpriseRecord,
    OtherWord,
    RecordCorrection,
    RecordFact,
    RecordFamily,
    RecordSource,
)

NEWEST: Final = 20
_HISTORY: Final = 50  # corrections shown
_TITLES: Final = {
    Family.PATENT: "title",
    Family.TRADEMARK: "name",
    Family.INVESTMENT: "investee_name",
    Family.HONOUR: "title",
}
_WITHHELD: Final = ("legal_person_name",)


async def show(node: Node, asked: Asked) -> EnterpriseRecord:
    """Raises NotFound where nothing is known of the enterprise."""
    async with node.database.transaction() as session:
        enterprise = await warehouse.get_by_code(session, asked.credit_code)
        if enterprise is None:
            raise NotFound("大脑还没有贵企业的登记信息，请联系大脑的运营人员导入")
        return EnterpriseRecord(
            credit_code=enterprise.credit_code,
            name=enterprise.name,
            facts=await _facts(session, asked.credit_code),
            families=[await _family(session, asked.credit_code, family) for family in _TITLES],
            corrections=await _corrections(session, asked.credit_code),
            withheld=list(_WITHHELD),
        )


def text(value: Any) -> str:
    if isinstance(value, list):
        return "；".join(map(str, value))
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return str(value)


async def _facts(session: AsyncSession, credit_code: str) -> list[RecordFact]:
    history = (await warehouse.history(session, credit_code)).get(Family.BASIC, [])
    current = {fact.attribute: fact for fact in history if fact.valid_to is None}
    said = await precedence.statements(session, credit_code, personal=False)
    return [
        _fact(name, current.get(name), [each for each in said if each.attribute == name])
        for name in SHOWN
        if name in CORRECTABLE or name in current
    ]


def _fact(attribute: str, fact: Fact | None, said: list[Statement]) -> RecordFact:
    known = CORRECTABLE.get(attribute)
    return RecordFact(
        attribute=attribute,
        title=SHOWN[attribute][0],
        title_en=SHOWN[attribute][1],
        value=None if fact is None else text(fact.value),
        since=fact and fact.valid_from,
        source=fact and RecordSource.model_validate(fact.source),
        others=[
            OtherWord(
                value=text(each.value),
                provider=each.source.provider,
                title=each.source.title,
                as_of=each.source.as_of,
                sample=each.source.sample,
            )
            for each in said
            if fact is not None and text(each.value) != text(fact.value)
        ],
        correctable=known is not None,
        hint=known.hint if known else "",
    )


async def _family(session: AsyncSession, credit_code: str, family: Family) -> RecordFamily:
    records = await warehouse.families(session, credit_code, family)
    return RecordFamily(
        family=family, total=len(records), newest=[_title(each, family) for each in records[:NEWEST]]
    )


def _title(record: Record, family: Family) -> str:
    return str(getattr(record, _TITLES[family]))


async def _corrections(session: AsyncSession, credit_code: str) -> list[RecordCorrection]:
    found = await session.scalars(
        select(CorrectionRow)
        .where(CorrectionRow.credit_code == credit_code)
        .order_by(CorrectionRow.asked_at.desc())
        .limit(_HISTORY)
    )
    return [RecordCorrection.model_validate(summary(row)) for row in found]


def summary(row: CorrectionRow) -> dict[str, Any]:
    """A correction as it is told to its enterprise."""
    title, title_en = SHOWN[row.attribute]
    told = {name: getattr(row, name) for name in RecordCorrection.model_fields if hasattr(row, name)}
    return told | {"title": title, "title_en": title_en}
