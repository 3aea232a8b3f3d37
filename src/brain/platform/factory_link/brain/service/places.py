"""Where the linked factories are: by the region of their registration, else by that of their credit code."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse import service as warehouse
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.queries import factories
from brain.reference.region import GAZETTEER


@dataclass(frozen=True, kw_only=True)
class City:
    """`code` of GB/T 2260, its last two digits 00."""

    code: str
    name: str
    factories: Sequence[FactoryRow]


async def cities(session: AsyncSession) -> list[City]:
    """Of the factories that are not revoked, those with the most before."""
    standing = await factories.all_standing(session)
    known = await warehouse.get_many(session, sorted({row.credit_code for row in standing}))
    found: dict[str, list[FactoryRow]] = defaultdict(list)
    for row in standing:
        enterprise = known.get(row.credit_code)
        region = enterprise.region_code if enterprise and enterprise.region_code else row.credit_code[2:8]
        found[f"{region[:4]}00"].append(row)
    told = [City(code=code, name=_name(code), factories=rows) for code, rows in found.items()]
    return sorted(told, key=lambda each: (-len(each.factories), each.code))


def _name(code: str) -> str:
    region = GAZETTEER.nearest(code)
    return region.name if region else code
