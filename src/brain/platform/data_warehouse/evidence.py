"""What master data prove."""

from typing import Final

from brain.kit.evidence import Evidence, rows
from brain.platform.data_warehouse.domain.precedence import EditionState
from brain.platform.data_warehouse.models import EnterpriseRow, PrecedenceRow

EVIDENCE: Final = (
    Evidence(
        item="standards.reference_data",
        title="主数据中的企业",
        title_en="Enterprises in the master data",
        rule="企业主数据中的全部企业，每项事实有来源与日期",
        rule_en="All enterprises of the master data, every fact with source and date",
        page="/data-warehouse/enterprises",
        scope="data_warehouse.read",
        count=rows(EnterpriseRow),
    ),
    Evidence(
        item="standards.reference_data",
        title="来源优先级",
        title_en="Rankings of sources",
        rule="经另一人确认的来源优先级，被取代的也计入",
        rule_en="Rankings of sources that another person confirmed, those replaced since included",
        page="/data-warehouse/precedence",
        scope="data_warehouse.read",
        count=rows(PrecedenceRow, PrecedenceRow.state == EditionState.CONFIRMED),
    ),
)
