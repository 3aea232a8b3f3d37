"""What people told of data sets."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.governance.contract.grading import GradingFacts
from brain.platform.grading.contract import Facts
from brain.platform.grading.models import FactsRow


async def newest(session: AsyncSession) -> dict[str, Facts]:
    """By data set."""
    rows = await session.scalars(
        select(FactsRow).ext(distinct_on(FactsRow.data_set)).order_by(FactsRow.data_set, FactsRow.id.desc())
    )
    return {row.data_set: _facts(row) for row in rows}


async def tell(session: AsyncSession, data_set: str, facts: Facts, by: str) -> None:
    session.add(FactsRow(data_set=data_set, told=_told(facts), told_by=by, told_at=now()))
    await session.flush()


def _facts(row: FactsRow) -> Facts:
    grading = dict(row.told["grading"])
    grading["marks"] = frozenset(grading["marks"])
    return Facts(grading=GradingFacts(**grading), filing=row.told["filing"], by=row.told_by, at=row.told_at)


def _told(facts: Facts) -> dict[str, Any]:
    grading = facts.grading
    return {
        "grading": {
            "category": grading.category,
            "processing": grading.processing,
            "case": grading.case,
            "measures": grading.measures,
            "marks": sorted(grading.marks),
        },
        "filing": facts.filing,
    }
