"""What the matching of master data proves."""

from typing import Final

from brain.kit.evidence import Evidence, rows, share
from brain.platform.governance.domain.identity_links import LinkState
from brain.platform.governance.models import IdentityLinkRow, NameDecisionRow

EVIDENCE: Final = (
    Evidence(
        item="standards.reference_data",
        title="企业合并的决定",
        title_en="Merges decided",
        rule="提出的企业合并中，已由另一人同意或不同意的（含后来拆分的）",
        rule_en="Of proposed merges those that another person decided, those split since included",
        page="/governance/merges",
        scope="data_warehouse.read",
        count=share(IdentityLinkRow, IdentityLinkRow.state != LinkState.PROPOSED),
    ),
    Evidence(
        item="standards.reference_data",
        title="企业名称的决定",
        title_en="Decisions on names",
        rule="人对数据中所写企业名称作出的全部决定，取回的也计入",
        rule_en="All decisions of people on names that rows bear, those taken back included",
        page="/governance/matches",
        scope="governance.match_names",
        count=rows(NameDecisionRow),
    ),
)
