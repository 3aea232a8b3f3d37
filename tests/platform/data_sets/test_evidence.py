"""What data sets prove, counted after the acts that it is made of."""

from datetime import UTC, date, datetime

import pytest

from brain.kit.evidence import Counted
from brain.platform.data_sets.evidence import quality
from brain.platform.data_sets.models.quality import IssueRow
from tests.conftest import RunningNode

DUE = date(2026, 3, 10)
RESOLVED = (
    datetime(2026, 3, 10, 15, 59, tzinfo=UTC),  # 23:59 in Beijing
    datetime(2026, 3, 10, 16, 1, tzinfo=UTC),  # the next day there
)


@pytest.mark.parametrize(("state", "counted"), [("resolved", Counted(1, 2)), ("accepted", Counted(0, 0))])
async def test_an_issue_is_in_time_by_the_day_in_beijing(
    centre: RunningNode, state: str, counted: Counted
) -> None:
    [in_time] = [each for each in quality.EVIDENCE if each.title_en == "Issues resolved in time"]
    async with centre.node.database.transaction() as session:
        for number, closed_at in enumerate(RESOLVED):
            rule = {"data_set": "base.tyre", "rule": f"rule{number}", "message": "", "severity": "warn"}
            found = {"violations": 1, "rows": 1, "times": 1, "opened_at": RESOLVED[0]}
            session.add(IssueRow(**rule, **found, state=state, due=DUE, closed_at=closed_at))
        await session.flush()

        assert await in_time.count(session, centre.node) == counted
