"""What sharing proves."""

from typing import Final

from brain.kit.evidence import Evidence, share
from brain.platform.sharing.contract import SharingState
from brain.platform.sharing.models import ReceiptRow, SharingRow

EVIDENCE: Final = (
    Evidence(
        item="application.opening",
        title="核准的共享",
        title_en="Sharings approved",
        rule="提出的共享中，经核准、现在有效的",
        rule_en="Proposed sharings that were approved and hold now",
        page="/sharing",
        scope="sharing.read",
        count=share(SharingRow, SharingRow.state == SharingState.ALLOWED),
    ),
    Evidence(
        item="architecture.integration",
        title="对数一致的接收",
        title_en="Receipts that agree",
        rule="接收方回报行数的版本中，与给出的行数一致的",
        rule_en="Versions whose recipient tells the very number of rows given",
        page="/sharing",
        scope="sharing.read",
        count=share(ReceiptRow, ReceiptRow.rows == ReceiptRow.given),
    ),
)
