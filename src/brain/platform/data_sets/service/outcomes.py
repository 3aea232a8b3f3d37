"""What builds find about quality is followed: issues, the points of the trend, a look for errors."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet
from brain.kit.errors import Invalid
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.queries import points
from brain.platform.data_sets.service import detecting, issues
from brain.platform.governance.contract import QualityReport


class NotKept(Invalid):
    """A version that rules stopped, and what they found in it."""

    def __init__(self, message: str, report: QualityReport) -> None:
        super().__init__(message)
        self.report = report


async def published(session: AsyncSession, data_set: DataSet, version: Version) -> None:
    await points.add(session, data_set.full_name, version.number, version.rows, version.quality)
    await issues.follow(session, data_set, version.number, version.quality)
    await detecting.after_build(session, data_set, version)


async def not_published(session: AsyncSession, data_set: DataSet, refusal: Invalid) -> None:
    """Other reasons than rules are told by the to-do of the failed build."""
    if isinstance(refusal, NotKept):
        rows = max((rule.rows for rule in refusal.report.broken), default=0)
        await points.add(session, data_set.full_name, None, rows, refusal.report)
        await issues.follow(session, data_set, None, refusal.report)
