"""What the brain's half of the exchange proves."""

from typing import Final

from brain.kit.evidence import Evidence, share
from brain.platform.exchange.client.models import PartRow, ReconciliationRow

EVIDENCE: Final = (
    Evidence(
        item="architecture.integration",
        title="被接收的上报",
        title_en="Reports accepted",
        rule="交给省级能力中心的上报分批中，已被接收的",
        rule_en="Of parts of reports handed over to the centre those accepted",
        page="/exchange/client/ledger",
        scope="exchange_client.see",
        count=share(PartRow, PartRow.state == "accepted"),
    ),
    Evidence(
        item="architecture.integration",
        title="一致的每日对账",
        title_en="Days reconciled",
        rule="与省级能力中心的每日对账中没有差异的",
        rule_en="Of daily comparisons with the centre those without a finding",
        page="/exchange/client/ledger",
        scope="exchange_client.see",
        count=share(ReconciliationRow, ReconciliationRow.findings == []),
    ),
)
