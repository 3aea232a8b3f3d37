"""What training sets prove."""

from typing import Final

from brain.kit.evidence import Evidence, rows
from brain.platform.training_sets.contract import ReleaseStatus
from brain.platform.training_sets.models import ReleaseRow

EVIDENCE: Final = (
    Evidence(
        item="application.analysis",
        title="发布的高质量数据集",
        title_en="Training sets published",
        rule="经另一人审定、现在发布着的高质量数据集版本",
        rule_en="Releases of training sets that another person approved and that are published now",
        page="/training-sets",
        scope="training_sets.read",
        count=rows(ReleaseRow, ReleaseRow.status == ReleaseStatus.PUBLISHED),
    ),
)
