"""What the centre's half of the exchange proves."""

from typing import Final

from brain.kit.evidence import Evidence, rows, share
from brain.platform.exchange.server.models.data import BatchRow, DistributionRow, ReconciliationRow

EVIDENCE: Final = (
    Evidence(
        item="architecture.integration",
        title="收齐入库的上报",
        title_en="Reports loaded",
        rule="各大脑上报的批次中，收齐并入库的",
        rule_en="Of reports of brains those complete and loaded",
        page="/exchange/ledger",
        scope="exchange.see",
        count=share(BatchRow, BatchRow.loaded_at.is_not(None)),
    ),
    Evidence(
        item="architecture.integration",
        title="一致的每日对账",
        title_en="Days reconciled",
        rule="每日对账中两侧一致的",
        rule_en="Of daily comparisons those in which both sides agreed",
        page="/exchange/ledger",
        scope="exchange.see",
        count=share(ReconciliationRow, ReconciliationRow.agreed.is_(True)),
    ),
    Evidence(
        item="application.services",
        title="下发的数据",
        title_en="Distributions",
        rule="下发给各大脑的数据，一次下发计一次",
        rule_en="What was sent down to brains, each counted once",
        page="/exchange/distributions",
        scope="exchange.see",
        count=rows(DistributionRow),
    ),
)
