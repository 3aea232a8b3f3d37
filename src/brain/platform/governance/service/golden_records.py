"""The golden record of an enterprise: its own record and those merged into it, value by value."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.service import precedence
from brain.platform.governance.domain.golden_view import GoldenAttribute, Told, golden_view
from brain.platform.governance.domain.identity_links import IdentityLink
from brain.platform.governance.queries import identity_links


@dataclass(frozen=True, kw_only=True)
class GoldenRecord:
    """`merged_into` where the record asked for does not stand for itself; `names` by credit code of all
    records that are one; `links` past ones too."""

    credit_code: str
    merged_into: str | None
    names: dict[str, str]
    attributes: Sequence[GoldenAttribute]
    links: Sequence[IdentityLink]


async def get(session: AsyncSession, credit_code: str, *, personal: bool) -> GoldenRecord:
    """The legal person's name only where `personal`."""
    survivor = (await identity_links.confirmed(session, [credit_code])).get(credit_code, credit_code)
    absorbed = await identity_links.confirmed(session, [survivor])
    codes = [survivor, *sorted(absorbed)]
    known = await data_warehouse.get_many(session, codes)
    if credit_code not in known:
        raise NotFound("未查到该统一社会信用代码对应的企业")
    told = {code: await _told(session, code, personal=personal) for code in codes}
    return GoldenRecord(
        credit_code=credit_code,
        merged_into=survivor if survivor != credit_code else None,
        names={code: known[code].name for code in codes},
        attributes=golden_view(survivor, told),
        links=await identity_links.of(session, [credit_code]),
    )


async def _told(session: AsyncSession, credit_code: str, *, personal: bool) -> Told:
    history = await data_warehouse.history(session, credit_code, personal=personal)
    statements = await precedence.statements(session, credit_code, personal=personal)
    return Told(facts=history[Family.BASIC], statements=statements)
